import { lazy, Suspense, useState } from 'react';
import { FacetButton } from './FacetButton';
import type { FacetMenuProps } from './FacetMenu';

const FacetMenu = lazy(async () => ({ default: (await import('./FacetMenu')).FacetMenu }));

/**
 * One facet to narrow the list by; what shows its values is loaded when somebody asks for them. A
 * facet without a value is not there.
 */
export function FacetFilter(props: FacetMenuProps) {
  const { label, values, chosen } = props;
  const [asked, setAsked] = useState(false);
  if (values.length === 0 && chosen.length === 0) return null;
  const button = (
    <FacetButton
      label={label}
      values={values}
      chosen={chosen}
      onClick={() => {
        setAsked(true);
      }}
    />
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <FacetMenu {...props} />
    </Suspense>
  );
}
