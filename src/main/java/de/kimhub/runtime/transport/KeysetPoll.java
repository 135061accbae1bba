package de.kimhub.runtime.transport;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHeaders;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Reads a view page by page in the order of (time of change, key), for {@code jdbc-receive}. A poll begins an overlap
 * before the mark, because a row can become visible later than its time of change says.
 */
public final class KeysetPoll {

    private static final String STATE = "HubPoll";
    private static final String CHANGED = "HubChanged";
    private static final String ID = "HubId";
    private static final TypeReference<LinkedHashMap<String, JsonNode>> ROW = new TypeReference<>() { };

    private final ObjectMapper json = new ObjectMapper();
    private String view;
    private String changedAt;
    private String id;
    private int pageSize;
    private Duration overlap;

    public void setView(String view) {
        this.view = SqlName.table(view);
    }

    public void setChangedAt(String column) {
        this.changedAt = SqlName.column(column);
    }

    public void setId(String column) {
        this.id = SqlName.column(column);
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public void setOverlap(String duration) {
        this.overlap = Duration.parse(duration);
    }

    public void begin(Exchange exchange) {
        String mark = exchange.getMessage().getHeader(HubHeaders.MARK, String.class);
        exchange.setProperty(STATE, new PollState(mark == null ? null : PollMark.parse(mark), overlap));
        exchange.setProperty(HubHeaders.MORE_PAGES, true);
    }

    /** The statement for the next page. */
    public void query(Exchange exchange) {
        PollState state = exchange.getProperty(STATE, PollState.class);
        Message message = exchange.getMessage();
        String where = "";
        if (state.lastRead() != null) {
            message.setHeader(CHANGED, state.lastRead().changedAt());
            message.setHeader(ID, state.lastRead().id());
            where = "where (v.%s, v.%s) > (:?%s, :?%s)".formatted(changedAt, id, CHANGED, ID);
        } else if (state.start() != null) {
            message.setHeader(CHANGED, state.start());
            where = "where v.%s >= :?%s".formatted(changedAt, CHANGED);
        }
        message.setBody("""
                select row_to_json(v)::text as row, to_json(v.%1$s) #>> '{}' as changed, v.%2$s::text as id
                from %3$s v %4$s order by v.%1$s nulls first, v.%2$s limit %5$d"""
                .formatted(changedAt, id, view, where, pageSize));
    }

    /** What came back, as the intake takes it: rows of texts, and how far they go. */
    public void page(Exchange exchange) throws IOException {
        PollState state = exchange.getProperty(STATE, PollState.class);
        PollMark since = state.mark();
        Message message = exchange.getMessage();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Object item : message.getBody(List.class)) {
            Map<?, ?> row = (Map<?, ?>) item;
            if (row.get("changed") == null) {
                throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, view + ": a row has no " + changedAt
                        + ". The view must give every row a time of change and a key.");
            }
            state.read(new PollMark((String) row.get("changed"), (String) row.get("id")));
            rows.add(texts((String) row.get("row")));
        }
        exchange.setProperty(HubHeaders.MORE_PAGES, rows.size() == pageSize);
        message.setBody(rows);
        if (!rows.isEmpty()) {
            message.setHeader(HubHeaders.SINCE, since == null ? null : since.toString());
            message.setHeader(HubHeaders.MARK, state.mark().toString());
            message.setHeader(HubHeaders.WINDOW, state.window() + pageSize);
        }
    }

    private Map<String, String> texts(String row) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        json.readValue(row, ROW).forEach((column, value) -> texts.put(column, text(value)));
        return texts;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
