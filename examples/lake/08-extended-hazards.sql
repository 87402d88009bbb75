-- 批准过延期的隐患：次数、延至和现行期限
-- Hazards whose term was extended: how often, until when, and the term in force
SELECT e.district, e.ref, count(*) AS extensions, max(e.item.new_due) AS until, max(c.due) AS due
FROM extensions e JOIN courses c ON c.district = e.district AND c.ref = e.ref
WHERE e.item.approved_on IS NOT NULL GROUP BY e.district, e.ref ORDER BY extensions DESC, e.district, e.ref;
