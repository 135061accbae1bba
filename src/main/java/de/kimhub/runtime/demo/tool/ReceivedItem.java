package de.kimhub.runtime.demo.tool;

import java.time.LocalDate;
import java.util.Map;

/**
 * One row that a tool got from the hub.
 *
 * @param fileNumber the tool's own; empty where the row concerns no person
 * @param eventType  canonical
 * @param kind       canonical: event, status, correction, retraction or stop
 * @param row        as it stands in the tool
 */
public record ReceivedItem(String fileNumber, String eventType, String kind, LocalDate on, Map<String, String> row) {

    public boolean isStop() {
        return "stop".equals(kind);
    }
}
