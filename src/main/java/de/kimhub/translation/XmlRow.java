package de.kimhub.translation;

import de.kimhub.message.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one XML record by their paths. */
final class XmlRow implements SourceRow {

    private final XmlFormat format;
    private final XmlNode message;
    private final XmlNode record;
    private final List<Problem> findings;
    private final Map<String, List<String>> known = new HashMap<>();

    /**
     * @param message the record as it came, which has its name
     * @param record  what the paths are looked for in
     */
    XmlRow(XmlFormat format, XmlNode message, XmlNode record, List<Problem> findings) {
        this.format = format;
        this.message = message;
        this.record = record;
        this.findings = findings;
    }

    @Override
    public String value(String column) {
        return values(column).stream().filter(value -> !value.isBlank()).findFirst().orElse(null);
    }

    @Override
    public List<String> values(String column) {
        return known.computeIfAbsent(column, path -> format.values(path, message, record));
    }

    @Override
    public boolean mayRepeat() {
        return true;
    }

    /** The paths that something stands under. */
    @Override
    public List<String> columns() {
        return format.present(record);
    }

    @Override
    public String absence(String column) {
        return format.absence(column, record);
    }

    @Override
    public List<Problem> findings() {
        return findings;
    }

    /** Names nothing of the record. */
    @Override
    public String toString() {
        return "an XML record";
    }
}
