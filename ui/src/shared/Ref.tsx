/** A case's reference, in its own left-to-right box: `RD-7K2M-9QXF`. */
export function Ref({ value }: { value: string }) {
  return (
    <bdi dir="ltr" className="ref">
      {value}
    </bdi>
  );
}
