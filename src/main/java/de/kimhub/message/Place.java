package de.kimhub.message;

/**
 * Where a problem is. Either a configuration file and line, or a record of a source document. Never holds a value.
 *
 * @param file   configuration file as the user wrote its path, or {@code null}
 * @param line   1-based, 0 when unknown
 * @param record 1-based number of the record in its document, 0 for the document as a whole
 * @param field  name of the column or canonical field, or {@code null}
 */
public record Place(String file, long line, long record, String field) {

    public static Place file(String file) {
        return new Place(file, 0, 0, null);
    }

    public static Place line(String file, long line) {
        return new Place(file, line, 0, null);
    }

    public static Place record(long record, long line) {
        return new Place(null, line, record, null);
    }

    public Place withField(String name) {
        return new Place(file, line, record, name);
    }

    @Override
    public String toString() {
        if (file != null) {
            return line > 0 ? file + ":" + line : file;
        }
        String text = record > 0 ? "record " + record : "document";
        return line > 0 ? text + ", line " + line : text;
    }
}
