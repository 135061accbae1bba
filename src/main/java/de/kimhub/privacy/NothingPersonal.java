package de.kimhub.privacy;

import java.util.Map;
import java.util.Set;

/** Columns in which nothing of a person stands, table by table: a new one must be thought about. */
final class NothingPersonal {

    private static final Map<String, Set<String>> COLUMNS = Map.ofEntries(
            columns("hub.instance", "no", "id", "authority", "lanes", "takes", "file", "definition", "mode", "shadow_since"),
            columns("hub.source_document", "id", "instance_no", "position", "received_at", "handover", "size", "chunks",
                    "definition", "first_load", "state", "code", "message", "finished_at", "acknowledged",
                    "acknowledgement_withheld"),
            columns("hub.document_progress", "document_id", "byte_offset", "record_no", "line_no", "vanishing", "received",
                    "accepted", "repeated", "quarantined", "events"),
            columns("hub.finding", "instance_no", "code", "field", "message", "count", "first_document", "last_document"),
            columns("hub.delivery_lane", "recipient_no", "lane", "next_attempt_at", "failures", "code"),
            columns("hub.audit_chain", "no", "seq", "hash", "base_seq", "base_hash"),
            columns("hub.connector_version", "version", "connector", "files", "first_seen"),
            columns("hub.health", "node", "component", "state", "text", "since"),
            columns("hub.node", "id", "seen"),
            columns("hub.enrolment_list", "instance_no", "digest", "sealed_at"),
            columns("hub.deletion", "class", "day", "count"),
            columns("cube.release", "id", "position", "period", "label", "cut_off", "published_at", "catalogue", "threshold",
                    "certificate", "checksum"),
            columns("cube.published_table", "release_id", "id", "position", "indicator", "title", "definition", "explanation",
                    "unit", "population", "source", "consent_coverage", "first_period", "withheld"),
            columns("cube.dimension", "release_id", "table_id", "name", "position", "label", "kind"),
            columns("cube.category", "release_id", "table_id", "dimension", "code", "position", "label", "lower", "upper", "note"),
            columns("cube.cell", "release_id", "table_id", "codes", "value", "sign"),
            columns("cube.reference", "release_id", "kind", "name", "dimension", "value", "unit", "label"),
            columns("cube.data_state", "release_id", "position", "organisation", "last_delivery", "due", "state", "reviews_open",
                    "unknown_share"),
            columns("cube.calendar", "release_id", "day", "kind", "title"),
            columns("cube.feed_token", "name", "digest", "created_at"),
            columns("identity.crowded_key", "key", "pass", "depth", "files", "finest", "at"),
            columns("identity.linkage_model", "version", "parameters", "made_at"),
            columns("pseudonym.epoch", "domain", "epoch", "state", "fingerprint", "compromised_at", "staged_at", "primary_at",
                    "grace_until", "retired_at"),
            columns("pseudonym.rotation", "domain", "from_epoch", "mapped", "gone", "digest", "mapped_at"),
            columns("steering.beginning", "one", "first"),
            columns("steering.period", "id", "cut_off", "closed_at"),
            columns("steering.release_run", "id", "position", "period", "started_at", "finished_at"),
            columns("steering.publication_fact", "cell", "release_id", "measure", "value", "few"),
            columns("steering.cell_place", "release_id", "table_id", "codes", "cell"),
            columns("steering.certificate", "release_id", "measure", "content", "digest"));

    private NothingPersonal() {
    }

    private static Map.Entry<String, Set<String>> columns(String table, String... columns) {
        return Map.entry(table, Set.of(columns));
    }

    static boolean holds(String table, String column) {
        return COLUMNS.getOrDefault(table, Set.of()).contains(column);
    }
}
