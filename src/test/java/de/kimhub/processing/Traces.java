package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Looks through every column of every table for what was known of a file: in clear, as the hub can decrypt it, as digests. */
final class Traces {

    private static final List<String> PURPOSES = List.of("case-number", "persona", "traits", "event", "link-explanation",
            "review-explanation", "document", "quarantine", "delivery");

    private final TestHub hub;
    private final List<String> marks;
    private final List<String> digests;
    private final List<Long> keys;

    /**
     * @param marks   in lower case
     * @param digests besides those of the file's personas
     */
    Traces(TestHub hub, long file, List<String> marks, List<byte[]> digests) {
        this.hub = hub;
        this.marks = marks;
        this.digests = new ArrayList<>(digests.stream().map(HexFormat.of()::formatHex).toList());
        hub.jdbc().sql("select digest from identity.persona where case_id = ?").param(file).query(byte[].class).list()
                .forEach(digest -> this.digests.add(HexFormat.of().formatHex(digest)));
        this.keys = hub.jdbc().sql("select key from identity.blocking_key where case_id = ? except select key "
                + "from identity.blocking_key where case_id <> ?").param(file).param(file).query(Long.class).list();
    }

    /** Tables and columns in which something is left. */
    Set<String> left() {
        Set<String> left = new TreeSet<>();
        hub.jdbc().sql("select table_schema || '.' || table_name as t, column_name as c, data_type as d "
                + "from information_schema.columns where table_schema in ('hub', 'identity')").query((row, no) ->
                List.of(row.getString("t"), row.getString("c"), row.getString("d"))).list().forEach(column -> {
            boolean bytes = column.get(2).equals("bytea");
            hub.jdbc().sql("select \"" + column.get(1) + "\"" + (bytes ? "" : "::text") + " from " + column.get(0)
                    + " where \"" + column.get(1) + "\" is not null").query((row, no) -> bytes ? isTrace(row.getBytes(1))
                    : isTrace(row.getString(1))).list().stream().filter(found -> found)
                    .forEach(found -> left.add(column.get(0) + "." + column.get(1)));
        });
        return left;
    }

    private boolean isTrace(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return marks.stream().anyMatch(lower::contains) || digests.stream().anyMatch(lower::contains)
                || keys.stream().anyMatch(key -> lower.equals(key.toString()));
    }

    private boolean isTrace(byte[] bytes) {
        return isTrace(HexFormat.of().formatHex(bytes)) || isTrace(new String(bytes, StandardCharsets.UTF_8))
                || PURPOSES.stream().anyMatch(purpose -> isTrace(decrypted(bytes, purpose)));
    }

    private String decrypted(byte[] bytes, String purpose) {
        try {
            return new String(hub.bean(KeyVault.class).decrypt(bytes, purpose), StandardCharsets.UTF_8);
        } catch (RuntimeException notForThat) {
            return "";
        }
    }
}
