-- 延期过的隐患：次数和延至
-- Hazards whose term was extended: how often, and until when
SELECT district, ref, count(*) AS extensions, max(e.item.new_due) AS until
FROM extensions e GROUP BY district, ref ORDER BY extensions DESC, district, ref;
