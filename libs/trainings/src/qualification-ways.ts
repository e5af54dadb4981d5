/**
 * SQL over a person `a.volunteer_id` and a session `s`: the courses that give the qualifications which she will lack on
 * its first day, in the shape of `MissingCourse`; null when she lacks none. Who had one and can renew it is led to the
 * refresher.
 */
export const WAYS_TO_QUALIFY = `
           (select json_agg(json_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'gives',
                     json_build_object('slug', q.slug, 'name', q.name, 'endedOn', had.until)) order by q.name, r.title)
              from course_qualification cq
              join qualification q on q.id = cq.qualification_id
              cross join lateral (
                select max(g.valid_until)::text as until,
                       bool_or(coalesce(g.valid_until, 'infinity')
                               >= (s.starts_at at time zone 'Europe/Paris')::date) as is_valid
                  from qualification_grant g
                 where g.qualification_id = q.id and g.volunteer_id = a.volunteer_id and g.withdrawn_at is null
                   and g.granted_on <= (s.starts_at at time zone 'Europe/Paris')::date) had
              join qualification_course qc on qc.qualification_id = q.id and qc.purpose = case
                when had.until is not null and exists (select 1 from qualification_course n
                  where n.qualification_id = q.id and n.purpose = 'renews') then 'renews' else 'earns' end
              join course r on r.id = qc.course_id
             where cq.course_id = s.course_id and had.is_valid is not true)`;
