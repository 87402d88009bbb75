-- 在数据湖的文件夹里运行：duckdb -init sql/views.duckdb.sql
-- From the folder of the lake: duckdb -init sql/views.duckdb.sql
-- 一类记录一个视图；旧文件缺少的列读作空。A view a kind; a column that an older file lacks is empty.

CREATE OR REPLACE VIEW plans AS SELECT * FROM read_parquet('edition=*/district=*/table=plans/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW orders AS SELECT * FROM read_parquet('edition=*/district=*/table=orders/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW facilities AS SELECT * FROM read_parquet('edition=*/district=*/table=facilities/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW hazards AS SELECT * FROM read_parquet('edition=*/district=*/table=hazards/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW accidents AS SELECT * FROM read_parquet('edition=*/district=*/table=accidents/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW directives AS SELECT * FROM read_parquet('edition=*/district=*/table=directives/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW notices AS SELECT * FROM read_parquet('edition=*/district=*/table=notices/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW agenda AS SELECT * FROM read_parquet('edition=*/district=*/table=agenda/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW meetings AS SELECT * FROM read_parquet('edition=*/district=*/table=meetings/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW enforcements AS SELECT * FROM read_parquet('edition=*/district=*/table=enforcements/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW responses AS SELECT * FROM read_parquet('edition=*/district=*/table=responses/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW upward AS SELECT * FROM read_parquet('edition=*/district=*/table=upward/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW waivers AS SELECT * FROM read_parquet('edition=*/district=*/table=waivers/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW courses AS SELECT * FROM read_parquet('edition=*/district=*/table=courses/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW findings AS SELECT * FROM read_parquet('edition=*/district=*/table=findings/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW obligations AS SELECT * FROM read_parquet('edition=*/district=*/table=obligations/year=*/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW units AS SELECT * FROM read_parquet('edition=*/district=*/table=units/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW mines AS SELECT * FROM read_parquet('edition=*/district=*/table=mines/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW licences AS SELECT * FROM read_parquet('edition=*/district=*/table=licences/part-0.parquet', union_by_name = true, hive_partitioning = false);
CREATE OR REPLACE VIEW clauses AS SELECT * FROM read_parquet('edition=*/district=*/table=clauses/part-0.parquet', union_by_name = true, hive_partitioning = false);

-- 从一天到另一天的天数。Days from one day to another.
CREATE OR REPLACE MACRO days_between(one, other) AS date_diff('day', CAST(one AS DATE), CAST(other AS DATE));

-- 各区县的截至日。The day as of which each district was judged.
CREATE OR REPLACE VIEW today AS SELECT district, max(as_of) AS day FROM obligations GROUP BY district;

-- 记录里的表，一项一行。Tables within records, a row an item.
CREATE OR REPLACE VIEW extensions AS SELECT district, ref, unit, mine, unnest(extension) AS item FROM hazards;
CREATE OR REPLACE VIEW reinspections AS SELECT district, ref, unit, mine, unnest(reinspection) AS item FROM hazards;
CREATE OR REPLACE VIEW notice_about AS SELECT district, ref, unit, issued, unnest(about) AS about FROM notices;
CREATE OR REPLACE VIEW attendances AS SELECT district, ref, held, unnest(attendance) AS item FROM meetings;
CREATE OR REPLACE VIEW licences_held AS SELECT district, unit, mine, unnest(licence) AS item FROM licences;

-- 每条记录所述事实的日期。The day of the fact of each record.
CREATE OR REPLACE VIEW facts AS
SELECT district, o.unit, CAST(o.at AS DATE) AS day FROM orders o
UNION ALL SELECT district, unit, found FROM hazards
UNION ALL SELECT district, unit, occurred FROM accidents
UNION ALL SELECT district, unit, issued FROM notices
UNION ALL SELECT district, unit, held FROM meetings
UNION ALL SELECT district, e.unit, e.from FROM enforcements e
UNION ALL SELECT district, r.unit, r.on FROM responses r
UNION ALL SELECT district, u.unit, u.on FROM upward u;
