package de.kimhub.runtime.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.delivery.TransportException;
import de.kimhub.runtime.HubHeaders;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A batch into a table at the recipient, for {@code jdbc-deliver}: one statement that writes the receipt and, only where
 * there was none, the rows.
 */
public final class InboxTable {

    private static final String DIGEST = "HubDigest";
    private static final String ROWS = "HubRows";

    private final ObjectMapper json = new ObjectMapper();
    private String table;
    private String receiptTable;

    public void setTable(String table) {
        this.table = SqlName.table(table);
    }

    public void setReceiptTable(String receiptTable) {
        this.receiptTable = SqlName.table(receiptTable);
    }

    public void insert(Exchange exchange) throws TransportException {
        Message message = exchange.getMessage();
        byte[] bytes = message.getBody(byte[].class);
        String columns = columns(bytes).stream().map(SqlName::column).collect(Collectors.joining(", "));
        message.setHeader(DIGEST, digest(bytes));
        message.setHeader(ROWS, new String(bytes, StandardCharsets.UTF_8));
        message.setBody("""
                with receipt as (
                    insert into %1$s (batch_id, digest) values (:?%4$s, :?%5$s)
                    on conflict (batch_id) do nothing returning batch_id)
                insert into %2$s (%3$s)
                select %3$s from json_populate_recordset(null::%2$s, cast(:?%6$s as json))
                where exists (select 1 from receipt)"""
                .formatted(receiptTable, table, columns, HubHeaders.BATCH, DIGEST, ROWS));
    }

    /** Asks for the receipt that was there already. */
    public void receipt(Exchange exchange) {
        exchange.getMessage().setBody("select digest from " + receiptTable + " where batch_id = :?" + HubHeaders.BATCH);
    }

    /** The same batch was written by an earlier attempt; another one under its number must not pass for it. */
    public void compare(Exchange exchange) throws TransportException {
        List<?> rows = exchange.getMessage().getBody(List.class);
        String expected = exchange.getMessage().getHeader(DIGEST, String.class);
        if (rows.isEmpty() || !(rows.getFirst() instanceof Map<?, ?> row) || !expected.equals(row.get("digest"))) {
            throw new TransportException(RuntimeProblem.RECEIPT_CLASH.code(), receiptTable + ": batch "
                    + exchange.getMessage().getHeader(HubHeaders.BATCH) + " has a receipt of another content there. "
                    + "Does another hub deliver into the same tables, or was this hub's database restored?", null);
        }
    }

    private Set<String> columns(byte[] bytes) throws TransportException {
        Set<String> columns = new LinkedHashSet<>();
        try {
            for (JsonNode row : json.readTree(bytes)) {
                row.fieldNames().forEachRemaining(columns::add);
            }
        } catch (IOException e) {
            throw new TransportException(RuntimeProblem.RECIPIENT_REFUSED.code(), table
                    + ": the jdbc transport takes rows only. Declare 'format: {type: rows}' under 'deliver'.", null);
        }
        if (columns.isEmpty()) {
            throw new TransportException(RuntimeProblem.RECIPIENT_REFUSED.code(),
                    table + ": the delivery has no columns.", null);
        }
        return columns;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
