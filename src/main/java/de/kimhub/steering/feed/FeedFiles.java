package de.kimhub.steering.feed;

import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import java.util.Optional;

/** The files of a release, by name. */
final class FeedFiles {

    static final String CALENDAR = "kalender.ics";
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private FeedFiles() {
    }

    static Optional<FeedFile> of(ReleaseContent content, String name) {
        Release release = content.release();
        return switch (name) {
            case "datapackage.json" -> Optional.of(new FeedFile(name, JSON, DataPackage.of(content)));
            case CALENDAR -> Optional.of(new FeedFile(release.id() + "-" + name, "text/calendar;charset=UTF-8", CalendarFeed.of(content)));
            default -> {
                int dot = name.indexOf('.');
                yield dot < 0 ? Optional.empty() : content.table(name.substring(0, dot))
                        .flatMap(table -> of(release, table, name.substring(dot + 1)));
            }
        };
    }

    private static Optional<FeedFile> of(Release release, PublishedTable table, String form) {
        String name = release.id() + "-" + table.id() + "." + form.replace("excel.csv", "csv");
        return Optional.ofNullable(switch (form) {
            case "csv" -> new FeedFile(name, CSV, CsvFeed.MACHINE.of(table));
            case "excel.csv" -> new FeedFile(name, CSV, CsvFeed.EXCEL.of(table));
            case "json" -> new FeedFile(name, JSON, JsonStatFeed.of(release, table));
            case "xlsx" -> new FeedFile(name, XLSX, XlsxFeed.of(release, table));
            default -> null;
        });
    }
}
