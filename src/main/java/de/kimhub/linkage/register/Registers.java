package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.PairRescoring;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register without a hub around it. */
public final class Registers {

    private Registers() {
    }

    public static PersonRegister of(JdbcTemplate jdbc, KeyVault vault, Scorers scorers) {
        SourceCases cases = new SourceCases(jdbc, vault);
        Buckets buckets = new Buckets(jdbc);
        Preparation preparation = new Preparation(vault);
        PersonaTable personas = new PersonaTable(jdbc, vault, cases, new EndedNumbers(jdbc));
        KeyTable keys = new KeyTable(jdbc, preparation);
        PairTable pairs = new PairTable(jdbc);
        DecisionTable decisions = new DecisionTable(jdbc);
        LinkEvents events = new LinkEvents(jdbc);
        Chronicle chronicle = new Chronicle(cases, events, personas, vault);
        Neighbourhoods neighbourhoods = new Neighbourhoods(buckets, new NeighbourhoodTable(jdbc));
        Regrouping regrouping = new Regrouping(cases, personas, pairs, decisions, chronicle,
                new ReviewRows(jdbc, cases, new OpenQuestions(cases, personas, pairs), chronicle));
        KeptApart keptApart = new KeptApart(jdbc, vault, cases);
        Search search = new Search(keys, personas, cases);
        Linker linker = new Linker(search, new Refinement(keys, personas, preparation), pairs, neighbourhoods,
                regrouping, keptApart);
        Opening opening = new Opening(new NewFiles(jdbc, vault, personas), buckets, preparation, personas, keys);
        return new PostgresRegister(cases, buckets, preparation, personas, opening, search, linker,
                new Decider(cases, decisions, events, neighbourhoods, regrouping),
                new Retraction(personas, keys, pairs, cases, preparation, opening),
                new ContestedPairs(jdbc, chronicle), keptApart,
                new ShownNumbers(cases, decisions, keptApart), new Forgetting(jdbc, cases, keptApart, events), scorers);
    }

    public static PairRescoring rescoring(JdbcTemplate jdbc, KeyVault vault, Scorers scorers) {
        SourceCases cases = new SourceCases(jdbc, vault);
        Buckets buckets = new Buckets(jdbc);
        PersonaTable personas = new PersonaTable(jdbc, vault, cases, new EndedNumbers(jdbc));
        PairTable pairs = new PairTable(jdbc);
        DecisionTable decisions = new DecisionTable(jdbc);
        Chronicle chronicle = new Chronicle(cases, new LinkEvents(jdbc), personas, vault);
        WaitingReviews reviews = new WaitingReviews(jdbc);
        return new PostgresRescoring(scorers, buckets, new Preparation(vault), personas, cases, pairs,
                new Neighbourhoods(buckets, new NeighbourhoodTable(jdbc)), new Regrouping(cases, personas, pairs, decisions,
                chronicle, new ReviewRows(jdbc, cases, new OpenQuestions(cases, personas, pairs), chronicle)), reviews,
                new BusyPersons(cases, reviews), chronicle);
    }

    /** The model fitted to the people that the database has, as the hub uses it. */
    public static Scorers fitted(JdbcTemplate jdbc, PlatformTransactionManager transactions, KeyVault vault) {
        return new CurrentScorer(jdbc, vault, new ConfirmedPairs(jdbc, vault), new ModelTable(jdbc, transactions), 20_000);
    }

    public static CatchUp catchUp(JdbcTemplate jdbc, TransactionTemplate transaction, KeyVault vault) {
        Buckets buckets = new Buckets(jdbc);
        Preparation preparation = new Preparation(vault);
        SourceCases cases = new SourceCases(jdbc, vault);
        PersonaTable personas = new PersonaTable(jdbc, vault, cases, new EndedNumbers(jdbc));
        KeyTable keys = new KeyTable(jdbc, preparation);
        return new CatchUp(transaction, jdbc, vault, buckets, preparation, personas, keys, new Opening(
                new NewFiles(jdbc, vault, personas), buckets, preparation, personas, keys),
                new Refinement(keys, personas, preparation));
    }

    public static Seeding seeding(JdbcTemplate jdbc, KeyVault vault) {
        SourceCases cases = new SourceCases(jdbc, vault);
        Preparation preparation = new Preparation(vault);
        PersonaTable personas = new PersonaTable(jdbc, vault, cases, new EndedNumbers(jdbc));
        KeyTable keys = new KeyTable(jdbc, preparation);
        LinkEvents events = new LinkEvents(jdbc);
        return new Seeding(cases, preparation, personas, keys, new Refinement(keys, personas, preparation),
                new PairTable(jdbc), events, new Chronicle(cases, events, personas, vault));
    }
}
