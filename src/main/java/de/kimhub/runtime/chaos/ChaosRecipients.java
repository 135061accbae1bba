package de.kimhub.runtime.chaos;

import de.kimhub.runtime.demo.kreis.Ledger;
import de.kimhub.runtime.demo.kreis.Ledger.Held;
import de.kimhub.runtime.demo.kreis.Tally;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.tool.DeliveredCsv;
import de.kimhub.runtime.demo.tool.ToolDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The three who are given something: one leaves its files where they are, one reads and deletes them all the time, one
 * finds rows in its database.
 */
final class ChaosRecipients implements AutoCloseable {

    private static final Duration READING = Duration.ofMillis(120);
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final DeliveredCsv kept;
    private final DeliveredCsv taken;
    private final ToolDatabase database;
    private final List<Map<String, String>> takenRows = new ArrayList<>();
    private final Thread reader = new Thread(this::readOn, "recipient");
    private volatile boolean ended;

    ChaosRecipients(LoadInstallation installation, ToolDatabase database) {
        kept = new DeliveredCsv(installation.importOf(LoadInstallation.ASSOCIATION));
        taken = new DeliveredCsv(installation.importOf(LoadInstallation.MUNICIPAL));
        this.database = database;
        reader.setDaemon(true);
        reader.start();
    }

    /** Referrals come from another source than measures: the order between the two is free. */
    static String referralLine(String fileNumber) {
        return fileNumber + "/vermittlung";
    }

    /** Ends the reading and counts. */
    Tally count(Ledger ledger) {
        close();
        takeOnce();
        return ledger.compare(LoadInstallation.ASSOCIATION, files(kept.rows()))
                .plus(ledger.compare(LoadInstallation.MUNICIPAL, files(takenRows)))
                .plus(ledger.compare(LoadInstallation.NATURALISATION, rows()));
    }

    /** What is not as it should be, line by line, once it was counted. */
    String differences(Ledger ledger) {
        return Stream.of(ledger.differences(LoadInstallation.ASSOCIATION, files(kept.rows())),
                        ledger.differences(LoadInstallation.MUNICIPAL, files(takenRows)),
                        ledger.differences(LoadInstallation.NATURALISATION, rows()))
                .flatMap(List::stream).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static List<Held> files(List<Map<String, String>> rows) {
        return rows.stream().map(row -> row.get("MASSNAHME").isEmpty()
                ? new Held(referralLine(row.get("FALLNUMMER")),
                        LocalDate.parse(row.get("DATUM"), GERMAN).toString())
                : new Held(row.get("FALLNUMMER"), row.get("MASSNAHME"))).toList();
    }

    private List<Held> rows() {
        return database.rows("select aktenzeichen, leistungsbezug_ab from kim_eingang order by nr").stream()
                .map(row -> new Held(row.get("aktenzeichen"), row.get("leistungsbezug_ab"))).toList();
    }

    private void readOn() {
        try {
            while (!ended) {
                takeOnce();
                Thread.sleep(READING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void takeOnce() {
        takenRows.addAll(taken.take());
    }

    @Override
    public void close() {
        ended = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
