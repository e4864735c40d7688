import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readPrismaSchema, type SchemaModel } from "../support/read-prisma-schema";

/** People, their sessions and the installation itself belong to no organisation; an organisation is the tenant. */
const GLOBAL = ["User", "Session", "Account", "Verification", "RateLimit", "InstanceFact", "Organisation"];

/** Tenant tables that may be looked up before the tenant is known: which organisations a person belongs to. */
const INDEX_ACROSS_TENANTS = ["Member: index userId"];

const models = readPrismaSchema();
const tenantModels = models.filter((model) => model.fields.includes("organisationId"));

describe("prisma/schema.prisma", () => {
  it("is read: models, keys and relations are found", () => {
    expect(models.length).toBeGreaterThan(20);
    expect(models.flatMap((model) => model.relations).length).toBeGreaterThan(4);
  });

  it("has the tenant in every table but the known ones", () => {
    expect(models.filter((model) => !tenantModels.includes(model)).map((model) => model.name)).toEqual(GLOBAL);
  });

  it("has a primary key in every table", () => {
    expect(models.filter((model) => idsOf(model) !== 1).map((model) => model.name)).toEqual([]);
  });

  it("starts every key and index of a tenant table with the tenant", () => {
    const others = tenantModels.flatMap((model) =>
      model.keys
        .filter((key) => key.fields[0] !== "organisationId")
        .map((key) => `${model.name}: ${key.type} ${key.fields.join()}`),
    );
    expect(others).toEqual(INDEX_ACROSS_TENANTS);
  });

  it("starts every foreign key of a tenant table with the tenant, on both sides", () => {
    const relations = tenantModels.flatMap((model) => model.relations.map((relation) => ({ model, relation })));
    const others = relations.filter(
      ({ relation }) => relation.fields[0] !== "organisationId" || relation.references[0] !== "organisationId",
    );
    expect(others.map(({ model }) => model.name)).toEqual([]);
  });

  it("never updates or empties a foreign key by itself, and says what a deletion does", () => {
    const relations = models.flatMap((model) => model.relations);
    expect(relations.filter((relation) => relation.onUpdate !== "NoAction")).toEqual([]);
    expect(
      relations.filter((relation) => !["Cascade", "Restrict", "NoAction"].includes(relation.onDelete ?? "")),
    ).toEqual([]);
  });
});

describe("prisma/migrations", () => {
  const folder = resolve(import.meta.dirname, "../../prisma/migrations");
  const names = readdirSync(folder).filter((name) => name !== "migration_lock.toml");
  const scripts = names.map((name) => [name, readFileSync(join(folder, name, "migration.sql"), "utf8")] as const);

  it.each(scripts)("%s makes no trigger, no rule and no change that spreads", (_name, sql) => {
    const code = sql.replaceAll(/--.*$/gm, "");
    expect(code).not.toMatch(/CREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?(TRIGGER|RULE)\b/i);
    expect(code).not.toMatch(/ON\s+UPDATE\s+(CASCADE|SET)/i);
    expect(code).not.toMatch(/ON\s+DELETE\s+SET/i);
  });

  it.each(names)("%s has a stamp and a name", (name) => {
    expect(name).toMatch(/^\d{14}_[a-z][a-z0-9_]*$/);
  });
});

function idsOf(model: SchemaModel): number {
  return model.keys.filter((key) => key.type === "id").length;
}
