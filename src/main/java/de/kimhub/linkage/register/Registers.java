package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The register without a hub around it. */
public final class Registers {

    private Registers() {
    }

    public static PersonRegister of(JdbcTemplate jdbc, KeyVault vault, Scorers scorers) {
        SourceCases cases = new SourceCases(jdbc, vault);
        Buckets buckets = new Buckets(jdbc);
        Preparation preparation = new Preparation(vault);
        PersonaTable personas = new PersonaTable(jdbc, vault);
        KeyTable keys = new KeyTable(jdbc, preparation);
        PairTable pairs = new PairTable(jdbc);
        DecisionTable decisions = new DecisionTable(jdbc);
        LinkEvents events = new LinkEvents(jdbc);
        Chronicle chronicle = new Chronicle(cases, events, personas, vault);
        Neighbourhoods neighbourhoods = new Neighbourhoods(jdbc, buckets, pairs, decisions, cases);
        Regrouping regrouping = new Regrouping(cases, personas, pairs, decisions, chronicle,
                new ReviewRows(jdbc, cases, chronicle));
        Search search = new Search(keys, personas, cases);
        Linker linker = new Linker(search, new Refinement(keys, personas, preparation), pairs, neighbourhoods,
                regrouping);
        return new PostgresRegister(cases, buckets, preparation, personas,
                new Opening(cases, buckets, preparation, personas, keys, decisions), search, linker,
                new Decider(cases, decisions, events, neighbourhoods, regrouping), scorers);
    }

    public static CatchUp catchUp(JdbcTemplate jdbc, TransactionTemplate transaction, KeyVault vault) {
        Buckets buckets = new Buckets(jdbc);
        Preparation preparation = new Preparation(vault);
        PersonaTable personas = new PersonaTable(jdbc, vault);
        KeyTable keys = new KeyTable(jdbc, preparation);
        return new CatchUp(transaction, jdbc, vault, buckets, preparation, personas, keys, new Opening(
                new SourceCases(jdbc, vault), buckets, preparation, personas, keys, new DecisionTable(jdbc)));
    }
}
