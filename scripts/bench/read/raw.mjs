// The bound: node:http and one prepared statement whose text is the answer. No GraphQL, no checks.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const TEXT = `
  with page as (
    select s.id, c.slug as "courseSlug", c.title as "courseTitle", c.summary as "courseSummary", c.networks,
           t.title as "themeTitle", s.mode, p.name as "placeName", p.arrondissement,
           to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt",
           to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endsAt",
           (select count(*)::int from session_date d where d.session_id = s.id) as "dateCount", s.capacity,
           s.capacity - s.seats_taken as "seatsLeft",
           (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'waiting') as "waitingCount",
           s.languages, p.step_free as "stepFree", r.name as "partnerName"
      from training_session s
      join course c on c.id = s.course_id
      left join theme t on t.id = c.theme_id
      left join place p on p.id = s.place_id
      left join partner r on r.id = s.partner_id
     where s.status = 'published' and s.ends_at > $1 and (s.starts_at, s.id) > ($2::timestamptz, $3::uuid)
     order by s.starts_at, s.id limit 20)
  select json_build_object('data', json_build_object('sessions', json_build_object('nodes', json_agg(page))))::text as body
    from page`;

createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', async () => {
    const { variables } = JSON.parse(body);
    const [startsAt, id] = variables?.after
      ? JSON.parse(Buffer.from(variables.after, 'base64url').toString())
      : [new Date(), '00000000-0000-0000-0000-000000000000'];
    const { rows } = await pool.query({ name: 'page', text: TEXT, values: [new Date(), startsAt, id] });
    response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
