package de.kimhub.steering.feed;

import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code datapackage.json} of a release (Frictionless Data Package 1): its CSV files for programs, field by field. */
final class DataPackage {

    private DataPackage() {
    }

    static byte[] of(ReleaseContent content) {
        Release release = content.release();
        return Json.bytes(Json.object("profile", "tabular-data-package", "name", "kim-lenkungsgruppe-" + release.id(),
                "title", "Zahlen für die Lenkungsgruppe, " + release.label(), "created", release.publishedAt().toString(),
                "version", release.catalogue(), "veroeffentlichung", Metadata.of(release),
                "resources", content.tables().stream().map(table -> resource(release, table)).toList()));
    }

    private static Map<String, Object> resource(Release release, PublishedTable table) {
        byte[] csv = CsvFeed.MACHINE.of(table);
        return Json.object("profile", "tabular-data-resource", "name", table.id(), "title", table.title(),
                "description", table.about().explanation(), "path", table.id() + ".csv", "format", "csv", "mediatype", "text/csv",
                "encoding", "utf-8", "bytes", csv.length, "hash", "sha256:" + FeedTokens.sha256(csv),
                "dialect", Json.object("delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\"", "doubleQuote", true, "header", true),
                "schema", Json.object("fields", fields(table), "missingValues", List.of(""),
                        "primaryKey", table.dimensions().stream().map(Dimension::name).toList()),
                "weitere_formen", List.of(table.id() + ".excel.csv", table.id() + ".xlsx", table.id() + ".json"),
                "angaben", Metadata.of(release, table));
    }

    private static List<Map<String, Object>> fields(PublishedTable table) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Dimension dimension : table.dimensions()) {
            fields.add(Json.object("name", dimension.name(), "type", "string", "title", dimension.label() + " (Schlüssel)"));
            fields.add(Json.object("name", dimension.name() + CsvFeed.TEXT, "type", "string", "title", dimension.label()));
        }
        fields.add(Json.object("name", CsvFeed.VALUE, "type", "integer", "title", table.about().unit()));
        fields.add(Json.object("name", CsvFeed.SIGN, "type", "string", "title", "Zeichen, wo kein Wert steht",
                "constraints", Json.object("enum", List.of("*", "."))));
        return fields;
    }
}
