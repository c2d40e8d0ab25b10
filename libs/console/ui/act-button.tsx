import type { Abilities } from '@prongsai/kernel/contracts';
import type { ReactNode } from 'react';
import { abilityOf, isOffered } from './abilities';
import { Words } from './words';

interface ButtonProps {
  tone?: 'sec' | 'danger' | 'danger full' | 'quiet' | '';
  size?: 'big' | 'small' | '';
  busy?: boolean;
  wide?: boolean;
  type?: 'button' | 'submit';
  onClick?: () => void;
  children: ReactNode;
}

/** A button that stays in place while its act is on the way, and takes no second press. */
export function PlainButton({ tone = '', size = '', busy = false, wide = false, type = 'button', onClick, children }: ButtonProps) {
  return (
    <button type={type} className={['btn', tone, size, wide ? 'wide' : ''].filter(Boolean).join(' ')} aria-busy={busy}
      {...(onClick || busy ? { onClick: (event: { preventDefault: () => void }) => { if (busy) event.preventDefault(); else onClick?.(); } } : {})}>
      {children}
    </button>
  );
}

/** Why something cannot be done now, as sentences. */
export function WhyNot({ reasons, id }: { reasons: readonly string[]; id?: string }) {
  if (reasons.length === 0) return null;
  return <ul className="why-not" {...(id ? { id } : {})}>{reasons.map((text) => <li key={text}><Words>{text}</Words></li>)}</ul>;
}

/**
 * A button that follows the record's own answer: pressable when the act is possible, else disabled with its reasons
 * below; nothing at all for one who lacks the role.
 */
export function ActButton({ abilities, act, ...button }: ButtonProps & { abilities: Abilities | undefined; act: string }) {
  const ability = abilityOf(abilities, act);
  if (!ability || !isOffered(abilities, act)) return null;
  if (ability.allowed) return <PlainButton {...button} />;
  const id = `why-${act}`;
  return (
    <div>
      <button type="button" disabled className={['btn', button.tone ?? '', button.size ?? '', button.wide ? 'wide' : ''].join(' ')} aria-describedby={id}>{button.children}</button>
      <WhyNot id={id} reasons={ability.reasons.map(({ text }) => text)} />
    </div>
  );
}
