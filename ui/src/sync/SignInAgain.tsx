import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useMe } from '../account/me';
import { signIn } from '../account/sign-in';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Field } from '../shared/Field';

/** The session ran out: the password is asked once, and nothing on the screen is left behind. */
export function SignInAgain() {
  const { t } = useWords();
  const { agency, staff } = useMe();
  const [password, setPassword] = useState('');
  const entering = useMutation({ mutationFn: () => signIn({ agency, staff, password }) });
  return (
    <Form
      className="sign-in-again"
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate();
      }}
    >
      <p className="hint hint-near">{t('agreement-sign-in-words')}</p>
      <Field
        label={t('sign-in-password')}
        type="password"
        ltr
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Fault error={entering.error} />
      <div className="buttons">
        <Button type="submit" look="filled" isDisabled={entering.isPending}>
          {t('agreement-sign-in')}
        </Button>
      </div>
    </Form>
  );
}
