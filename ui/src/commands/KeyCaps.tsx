import { keyCaps } from './key-names';

/** The caps of a binding; key names are Latin and stand left to right. */
export function KeyCaps({ binding }: { binding: string }) {
  return (
    <bdi dir="ltr" className="caps">
      {keyCaps(binding).map((cap, place) => (
        <kbd key={`${cap}-${place}`} className="cap">
          {cap}
        </kbd>
      ))}
    </bdi>
  );
}
