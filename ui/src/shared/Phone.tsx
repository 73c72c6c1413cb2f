/** A phone number; without its box Arabic text would show `+968 2412 3456` scrambled. */
export function Phone({ value }: { value: string }) {
  return (
    <bdi dir="ltr" className="phone">
      {value}
    </bdi>
  );
}
