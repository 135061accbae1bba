package de.kimhub.runtime.demo.tool;

import de.kimhub.message.EventType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Notice sheets that lie in a folder, read from the CSV that lies beside each PDF. */
record NoticeSheets(Path folder) {

    static final String FILE_NUMBER = "Aktenzeichen";
    static final String EVENT = "Was ist geschehen";
    static final String KIND = "Art";
    static final String DAY = "Am";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String MORE = ": ";

    /** The sheets' words for event types and kinds. */
    static Words words(Path connector) {
        return new Words(Arrays.stream(EventType.values()).collect(Collectors.toMap(EventType::germanText, EventType::code)),
                Words.read(connector.resolve("codelists/art.csv")));
    }

    /** Row by row; of what happened only the words for the event's type. */
    List<Map<String, String>> rows() {
        return new DeliveredCsv(folder).rows().stream().map(NoticeSheets::plain).toList();
    }

    private static Map<String, String> plain(Map<String, String> row) {
        Map<String, String> plain = new HashMap<>();
        row.forEach((column, value) -> plain.put(column.replace(BYTE_ORDER_MARK, ""), value));
        plain.computeIfPresent(EVENT, (column, text) -> text.split(MORE, 2)[0]);
        return plain;
    }
}
