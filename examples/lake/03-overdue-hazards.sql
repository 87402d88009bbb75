-- 超过现行整改期限仍未销号的隐患
-- Hazards that are open past the term in force
SELECT district, ref, unit, mine, major, due, days_between(due, as_of) AS days_over
FROM courses WHERE is_open AND due < as_of
ORDER BY days_over DESC, district, ref;
