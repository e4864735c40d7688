import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import type { SchemaField } from "@/lib/http/schema-fields";

type FieldTableProps = Readonly<{ title: string; of: string; fields: readonly SchemaField[] }>;

/** The fields of a body, a query or an answer. */
export function FieldTable({ title, of, fields }: FieldTableProps) {
  const t = useTranslations("api");
  return (
    <Table caption={`${title} ${of}`}>
      <thead>
        <tr>
          <Th>{title}</Th>
          <Th>{t("type")}</Th>
          <Th>{t("note")}</Th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.path}>
            <Th scope="row" className="font-normal">
              <code className="text-sm break-all">{field.path}</code>
              {field.isRequired ? <span className="block text-xs text-muted">{t("required")}</span> : null}
            </Th>
            <Td className="text-sm break-words text-muted">{field.type}</Td>
            <Td className="text-sm text-muted">{field.note}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
