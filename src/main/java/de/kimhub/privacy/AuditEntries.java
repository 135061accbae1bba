package de.kimhub.privacy;

/** How the entries of {@code hub.audit_entry} are read. */
final class AuditEntries {

    private static final String COLUMNS =
            "select id, chain, seq, at, actor, action, subject, count, ground, hash from hub.audit_entry ";

    /** Chain after chain, in their order. */
    static final String CHAINED = COLUMNS + "where chain is not null order by chain, seq, id";
    /** Of before there were chains. */
    static final String UNCHAINED = COLUMNS + "where chain is null order by id";

    private AuditEntries() {
    }
}
