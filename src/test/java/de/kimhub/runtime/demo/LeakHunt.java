package de.kimhub.runtime.demo;

import de.kimhub.runtime.demo.Marks.Mark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds marks in names, bytes and database columns: as they are, in small and in capital letters, in UTF-8 and UTF-16, in
 * hexadecimal digits and Base64 wherever it begins, and in what was compressed.
 */
final class LeakHunt {

    private static final int KEY = 8;
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Map<Long, List<Pattern>> patterns = new HashMap<>();
    private final long[] filter = new long[1 << 14];

    private record Pattern(byte[] bytes, Mark mark) {
    }

    /** @param where a file or a column; what was found is named by its kind only */
    record Find(String where, Mark mark) {

        @Override
        public String toString() {
            return where + ": " + mark.kind() + (mark.office() == null ? "" : " of " + mark.office());
        }
    }

    LeakHunt(Collection<Mark> marks) {
        for (Mark mark : marks) {
            Set<String> words = new LinkedHashSet<>(List.of(mark.text(), mark.text().toLowerCase(Locale.ROOT),
                    mark.text().toUpperCase(Locale.ROOT)));
            for (String word : words) {
                CHARSETS.forEach(charset -> add(word.getBytes(charset), mark));
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII), mark);
                for (int before = 0; before < 3; before++) {
                    add(base64(bytes, before), mark);
                }
            }
        }
    }

    /** What does not depend on the bytes around it. */
    private static byte[] base64(byte[] bytes, int before) {
        byte[] moved = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, moved, before, bytes.length);
        byte[] coded = Base64.getEncoder().withoutPadding().encode(moved);
        return Arrays.copyOfRange(coded, (before * 8 + 5) / 6, moved.length * 8 / 6);
    }

    private void add(byte[] bytes, Mark mark) {
        if (bytes.length < KEY) {
            throw new IllegalArgumentException("too short to be unmistakable: " + mark.kind());
        }
        long key = 0;
        for (int i = 0; i < KEY; i++) {
            key = key << 8 | bytes[i] & 0xFF;
        }
        patterns.computeIfAbsent(key, none -> new java.util.ArrayList<>()).add(new Pattern(bytes, mark));
        int hash = hash(key);
        filter[hash >>> 6] |= 1L << (hash & 63);
    }

    private int hash(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 44);
    }

    /** @param looked the files that are looked into; of all of them the names below the root are */
    Set<Find> files(Path root, Predicate<Path> looked) throws IOException {
        Set<Find> found = new LinkedHashSet<>();
        if (!Files.exists(root)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(looked).toList()) {
                String name = root.relativize(file).toString();
                found.addAll(bytes("the name of a file below " + root.getFileName(), name.getBytes(StandardCharsets.UTF_8)));
                if (Files.isRegularFile(file)) {
                    found.addAll(bytes(root.getFileName() + "/" + name, read(file)));
                }
            }
        }
        return found;
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    /** Every column of every table and view that is not the server's own. */
    Set<Find> columns(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Set<Find> found = new LinkedHashSet<>();
        jdbc.queryForList("select table_schema as s, table_name as t, column_name as c, data_type as d from "
                + "information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')").forEach(column -> {
            String table = "\"" + column.get("s") + "\".\"" + column.get("t") + "\"";
            String where = column.get("s") + "." + column.get("t") + "." + column.get("c");
            boolean binary = "bytea".equals(column.get("d"));
            jdbc.query("select distinct \"" + column.get("c") + "\"" + (binary ? "" : "::text") + " from " + table, row -> {
                byte[] value = binary ? row.getBytes(1) : text(row.getString(1));
                if (value != null) {
                    found.addAll(bytes(where, value));
                }
            });
        });
        return found;
    }

    private static byte[] text(String value) {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }

    Set<Find> bytes(String where, byte[] bytes) {
        Set<Find> found = new LinkedHashSet<>();
        search(bytes).forEach(mark -> found.add(new Find(where, mark)));
        search(unpacked(bytes)).forEach(mark -> found.add(new Find(where + ", unpacked", mark)));
        return found;
    }

    private Set<Mark> search(byte[] bytes) {
        Set<Mark> found = new LinkedHashSet<>();
        long key = 0;
        for (int i = 0; i < bytes.length; i++) {
            key = key << 8 | bytes[i] & 0xFF;
            int hash = hash(key);
            if ((filter[hash >>> 6] & 1L << (hash & 63)) != 0 && i >= KEY - 1) {
                int from = i - KEY + 1;
                patterns.getOrDefault(key, List.of()).stream().filter(one -> stands(one.bytes(), bytes, from))
                        .forEach(one -> found.add(one.mark()));
            }
        }
        return found;
    }

    private static boolean stands(byte[] pattern, byte[] in, int from) {
        return from + pattern.length <= in.length
                && Arrays.equals(pattern, 0, pattern.length, in, from, from + pattern.length);
    }

    private static byte[] unpacked(byte[] bytes) {
        if (bytes.length > 2 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
            return unpacked(bytes, true);
        }
        boolean zlib = bytes.length > 2 && bytes[0] == 0x78 && ((bytes[0] << 8 | bytes[1] & 0xFF) % 31) == 0;
        return zlib ? unpacked(bytes, false) : new byte[0];
    }

    private static byte[] unpacked(byte[] bytes, boolean gzip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            in.transferTo(out);
        } catch (IOException itEndsEarly) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    /** By place and kind, for people to read. */
    static Set<String> told(Collection<Find> finds) {
        Set<String> told = new TreeSet<>();
        finds.forEach(find -> told.add(find.toString()));
        return told;
    }
}
