package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every row of every table, also in what is encrypted and compressed. */
final class DatabaseSearch {

    private static final List<String> PURPOSES = List.of("persona-traits", "event", "persona", "traits", "case-number", "document", "quarantine",
            "delivery", "link-explanation", "document-name");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

    private final JdbcClient jdbc;
    private final KeyVault keys;

    private DatabaseSearch(JdbcClient jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    static DatabaseSearch of(TestHub hub) {
        return new DatabaseSearch(hub.jdbc(), hub.bean(KeyVault.class));
    }

    static DatabaseSearch of(JdbcClient jdbc, KeyVault keys) {
        return new DatabaseSearch(jdbc, keys);
    }

    long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** By column how many values hold one of the words. */
    Map<String, Long> holding(String... words) {
        Map<String, Long> found = new TreeMap<>();
        jdbc.sql("select table_schema || '.' || table_name, column_name, data_type from information_schema.columns "
                + "where table_schema in ('hub', 'identity', 'pseudonym') order by 1, 2").query((row, no) ->
                new String[] {row.getString(1), row.getString(2), row.getString(3)}).list().forEach(column -> {
            long hits = column[2].equals("bytea") ? encrypted(column, words) : plain(column, words);
            if (hits > 0) {
                found.put(column[0] + "." + column[1], hits);
            }
        });
        return found;
    }

    private long plain(String[] column, String... words) {
        return jdbc.sql("select count(*) from " + column[0] + " where \"" + column[1] + "\"::text like any (?)")
                .param(java.util.Arrays.stream(words).map(word -> "%" + word + "%").toArray(String[]::new))
                .query(Long.class).single();
    }

    private long encrypted(String[] column, String... words) {
        return jdbc.sql("select distinct \"" + column[1] + "\" from " + column[0] + " where \"" + column[1] + "\" is not null")
                .query(byte[].class).list().stream().filter(bytes -> says(bytes, words)).count();
    }

    private boolean says(byte[] bytes, String... words) {
        if (contains(bytes, words)) {
            return true;
        }
        for (String purpose : PURPOSES) {
            try {
                byte[] open = keys.decrypt(bytes, purpose);
                return contains(open, words) || contains(inflated(open), words);
            } catch (RuntimeException otherPurpose) {
                continue;
            }
        }
        return false;
    }

    private static byte[] inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        } catch (IOException notCompressed) {
            return new byte[0];
        }
    }

    private static boolean contains(byte[] bytes, String... words) {
        return CHARSETS.stream().map(charset -> new String(bytes, charset))
                .anyMatch(text -> java.util.Arrays.stream(words).anyMatch(text::contains));
    }
}
