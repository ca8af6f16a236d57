import { z } from "zod";
import { json } from "./fields.ts";

/** What a `for_each` does, to a step or a scenario. */
export const perRow =
  "Done once for each row; {{ name }} or {{ row.name }} is the value of a column.";

/** Rows: what is written here, or the rows of a file. */
export const forEach = z
  .union([
    z.array(z.record(z.string(), json)).min(1, "needs at least one row: nothing would be tested"),
    z.strictObject({
      csv: z.string().min(1).describe("CSV file; its first line names the columns."),
    }),
    z.strictObject({
      json: z.string().min(1).describe("JSON file with a list of maps."),
    }),
  ])
  .describe("Rows: a list of maps with the same keys, or a file inside the workspace.")
  .meta({ id: "rows", examples: [[{ a: 1, b: 2 }], { csv: "rows.csv" }] });
