import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { canDecideOwnership, type PlanResponse } from '@last-mile/shared/programme';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkButton } from '../../../app/LinkButton';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { ownershipQueries } from '../ending/ownershipQueries';
import { OwnerNotice } from '../week/OwnerNotice';
import { PlanFacts } from './PlanFacts';
import { PlanForm } from './PlanForm';
import { SiteOwnerMessage } from '../siteOwnerMessage/SiteOwnerMessage';
import { planQueries } from './planQueries';
import { planTexts as texts } from './planTexts';
import { TargetTable } from './TargetTable';

/** Who answers for the programme, until when, and how far is it? For champions and leaders. */
export function PlanPage() {
  const { api } = useSession();
  const query = useQuery(planQueries.plan(api));
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle} wide gap="XXL">
      <OwnerAway />
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={6} />}>
        {(plan) => <Plan plan={plan} />}
      </Loaded>
    </SubPage>
  );
}

/** The first thing to know of a plan: whether somebody answers for it. */
function OwnerAway() {
  const { api } = useSession();
  const { data } = useQuery(ownershipQueries.ownership(api));
  return data?.ended === null ? <OwnerNotice owner={data.owner.standing} /> : null;
}

function Plan({ plan }: { plan: PlanResponse }) {
  const styles = useStyles();
  const { may, programme, user } = useSession();
  const [changing, setChanging] = useState(false);
  const isFrozen = plan.targets.some(({ result }) => result !== null);
  return (
    <>
      <section className={styles.part}>
        <PlanFacts plan={plan} />
        <div className={styles.actions}>
          {canDecideOwnership(programme, user).allowed && (
            <LinkButton href={toHref({ page: 'programmeOwner' })}>{texts.ownership}</LinkButton>
          )}
          <LinkButton href={toHref({ page: 'programmeNotice' })} appearance="subtle">
            {texts.notice}
          </LinkButton>
        </div>
      </section>
      <section className={styles.part}>
        <Subtitle1 as="h2">{texts.targets}</Subtitle1>
        {plan.targets.length === 0 ? (
          <Text>{texts.noTargets}</Text>
        ) : (
          <TargetTable targets={plan.targets} />
        )}
      </section>
      {may.champion && (
        <section className={styles.part}>
          {changing && <Subtitle1 as="h2">{texts.formTitle}</Subtitle1>}
          {changing && <PlanForm stored={plan} />}
          {isFrozen && <Text>{texts.frozen}</Text>}
          <div className={styles.actions}>
            {!isFrozen && (
              <Button
                aria-expanded={changing}
                onClick={() => {
                  setChanging(!changing);
                }}
              >
                {changing ? texts.close : texts.change}
              </Button>
            )}
            <LinkButton href={toHref({ page: 'programmeStart' })} appearance="subtle">
              {texts.startAnother}
            </LinkButton>
          </div>
        </section>
      )}
      {may.champion && plan.group !== null && (
        <SiteOwnerMessage name={plan.name} groupId={plan.group.groupId} />
      )}
    </>
  );
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
