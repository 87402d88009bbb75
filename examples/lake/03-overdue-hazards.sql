-- 超过现行整改期限仍未销号的隐患
-- Hazards that are open past the term in force
SELECT h.district, h.ref, h.unit, h.mine, h.major, m.due, days_between(m.due, t.day) AS days_over
FROM hazards h
JOIN terms m ON m.district = h.district AND m.ref = h.ref
JOIN today t ON t.district = h.district
WHERE h.closed IS NULL AND m.due < t.day
ORDER BY days_over DESC, h.district, h.ref;
