package de.kimhub.scaffold;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows in the form that a sample has. */
final class SampleFile {

    private final FormatGuess format;
    private final List<String> columns;

    SampleFile(Table table) {
        this.format = table.format();
        this.columns = table.columns();
    }

    String extension() {
        return format.type().equals("rows") ? "jsonl" : format.type();
    }

    byte[] write(List<List<String>> rows) throws IOException {
        return switch (format.type()) {
            case "csv" -> csv(rows);
            case "xlsx" -> xlsx(rows);
            case "rows" -> lines(rows);
            case "xml" -> new XmlSample(format, columns).write(rows);
            default -> json(rows);
        };
    }

    private byte[] csv(List<List<String>> rows) {
        String delimiter = format.word("delimiter", ";");
        String quote = format.word("quote", "\"");
        List<List<String>> all = new ArrayList<>();
        for (int line = 1; line < Integer.parseInt(format.word("headerRow", "1")); line++) {
            all.add(List.of("Erfundene Beispiele"));
        }
        // the second of two columns of one name is called 'Tel. (2)'
        all.add(columns.stream().map(name -> format.twice().contains(name) ? name.replaceFirst(" \\(\\d+\\)$", "") : name)
                .toList());
        all.addAll(rows);
        return all.stream().map(row -> row.stream().map(value -> value == null ? ""
                        : value.contains(delimiter) || value.contains(quote) || value.contains("\n")
                        ? quote + value.replace(quote, quote + quote) + quote : value)
                .collect(Collectors.joining(delimiter, "", "\r\n"))).collect(Collectors.joining())
                .getBytes(Charset.forName(format.word("charset", "UTF-8")));
    }

    private byte[] xlsx(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "KIM-Hub", "1.0")) {
            String name = format.word("sheet", "Tabelle1");
            for (int before = 1; name.matches("\\d+") && before < Integer.parseInt(name); before++) {
                workbook.newWorksheet("Tabelle" + before);
            }
            Worksheet sheet = workbook.newWorksheet(name.matches("\\d+") ? "Tabelle" + name : name);
            int at = Integer.parseInt(format.word("headerRow", "1")) - 1;
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(at, i, columns.get(i));
            }
            for (List<String> row : rows) {
                at++;
                for (int i = 0; i < row.size(); i++) {
                    cell(sheet, at, i, row.get(i));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void cell(Worksheet sheet, int row, int column, String value) {
        if (value != null && value.matches("\\d{4}-\\d{2}-\\d{2}") && isDay(value)) {
            sheet.value(row, column, LocalDate.parse(value));
            sheet.style(row, column).format("dd.mm.yyyy").set();
        } else if (value != null) {
            sheet.value(row, column, value);
        }
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).getYear() > 1900;
        } catch (java.time.DateTimeException impossible) {
            return false;
        }
    }

    private byte[] lines(List<List<String>> rows) {
        return rows.stream().map(row -> object(row) + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] json(List<List<String>> rows) throws IOException {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> records.add(object(row)));
        String[] path = format.word("recordsAt", "").split("/");
        ContainerNode<?> root = records;
        for (int i = path.length - 1; i > 0; i--) {
            root = JsonNodeFactory.instance.objectNode().set(path[i].replace("~1", "/").replace("~0", "~"), root);
        }
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /** Columns {@code outer.inner} become inner objects again, {@code list.0.name} objects in arrays. */
    private ObjectNode object(List<String> row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String[] parts = columns.get(i).split("\\.");
            ContainerNode<?> at = object;
            for (int part = 0; part < parts.length - 1 && at != null; part++) {
                at = inner(at, parts[part], parts[part + 1].matches("\\d+"));
            }
            put(at, parts[parts.length - 1], row.get(i));
        }
        return object;
    }

    private static ContainerNode<?> inner(ContainerNode<?> at, String name, boolean array) {
        ContainerNode<?> fresh = array ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        return switch (at) {
            case ObjectNode object -> {
                if (!(object.get(name) instanceof ContainerNode<?>)) {
                    object.set(name, fresh);
                }
                yield (ContainerNode<?>) object.get(name);
            }
            case ArrayNode list -> {
                int index = Integer.parseInt(name);
                while (list.size() <= index) {
                    list.add(fresh.deepCopy());
                }
                yield list.get(index) instanceof ContainerNode<?> known ? known : null;
            }
            default -> null;
        };
    }

    private static void put(ContainerNode<?> at, String name, String value) {
        if (at instanceof ObjectNode object && !object.has(name)) {
            object.put(name, value);
        }
    }
}
