import pg from 'pg';

/** A programme as its SharePoint item says it. */
export interface ProgrammeItem {
  readonly programmeKey: string;
  readonly name: string;
  readonly startsOn: string;
  readonly timeZone: string;
}

/** The programmes of a deployment, from the replica of their list. */
export async function readProgrammes(connectionString: string): Promise<ProgrammeItem[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(
      `SELECT client_key, fields->>'Title' AS name, fields->>'StartsOn' AS starts_on,
              fields->>'TimeZone' AS time_zone
         FROM list_replica WHERE list_name = 'Programmes' AND deleted_at IS NULL ORDER BY 1`,
    );
    return rows.map((row) => ({
      programmeKey: row['client_key'] ?? '',
      name: row['name'] ?? '',
      startsOn: row['starts_on'] ?? '',
      timeZone: row['time_zone'] ?? '',
    }));
  } finally {
    await client.end();
  }
}
