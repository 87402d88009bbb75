"""Asks an engine every question of a lake: ask.py duckdb|spark LAKE WAREHOUSE."""
import glob, os, sys
os.chdir(sys.argv[2])
def shown(value):
    if value is None: return "-"
    if isinstance(value, bool): return str(value).lower()
    if isinstance(value, float): return f"{value:.2f}"
    return str(value)
def statements(text):
    return [part.strip() for part in "\n".join(line for line in text.split("\n") if not line.startswith("--")).split(";") if part.strip()]
if sys.argv[1] == "duckdb":
    import duckdb
    engine = duckdb.connect()
    ask = lambda sql: engine.execute(sql).fetchall()
else:
    from pyspark.sql import SparkSession
    engine = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC").config("spark.sql.shuffle.partitions", "2").config("spark.sql.warehouse.dir", sys.argv[3]).getOrCreate()
    engine.sparkContext.setLogLevel("ERROR")
    ask = lambda sql: [tuple(row) for row in engine.sql(sql).collect()]
for sql in statements(open(f"sql/views.{sys.argv[1]}.sql").read()): ask(sql)
for file in sorted(glob.glob("sql/[0-9]*.sql")):
    print("##", os.path.basename(file))
    for sql in statements(open(file).read()):
        for row in ask(sql): print("\t".join(shown(value) for value in row))
