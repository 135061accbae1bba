package de.kimhub.runtime.chaos;

import de.kimhub.runtime.demo.kreis.Crowd;
import de.kimhub.runtime.demo.kreis.Ledger;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.tool.CrowdExports;
import de.kimhub.runtime.demo.tool.ToolDatabase;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** Hands over portion after portion and enters in the ledger what has to come of it. */
final class ChaosLoad {

    /** What the hub has to learn before it can accept the rows that say so; what comes later of these cases waits. */
    static final String UNKNOWN_THEME = "noch_unbekannt";
    private static final LocalDate FIRST_REFERRAL = LocalDate.now().minusMonths(3);

    private final ChaosPlan plan;
    private final Ledger ledger;
    private final Crowd crowd;
    private final CrowdExports exports;
    private final CrowdExports municipal;
    private final ToolDatabase naturalisation;
    private int handedOver;

    ChaosLoad(ChaosPlan plan, LoadInstallation installation, ToolDatabase naturalisation, Ledger ledger) {
        this.plan = plan;
        this.ledger = ledger;
        this.naturalisation = naturalisation;
        crowd = new Crowd(plan.seed(), plan.people());
        exports = new CrowdExports(crowd, installation.exportOf(LoadInstallation.JOBCENTER),
                installation.exportOf(LoadInstallation.ASSOCIATION));
        municipal = new CrowdExports(crowd, exports.jobcenterFolder(),
                installation.exportOf(LoadInstallation.MUNICIPAL));
    }

    int handedOver() {
        return handedOver;
    }

    void handOverNext() {
        int number = handedOver++;
        int enrolments = plan.enrolmentPortions();
        if (number < enrolments) {
            enrol(number, share(number, enrolments));
        } else if (number == enrolments) {
            applyForNaturalisation();
        } else {
            snapshot(number - enrolments - 1);
        }
    }

    private void enrol(int number, IntStream people) {
        int[] enrolled = people.toArray();
        municipal.openings(number, IntStream.of(enrolled));
        exports.enrolments(number, IntStream.of(enrolled));
        ledger.handOver(LoadInstallation.MUNICIPAL, enrolled.length, 0);
        ledger.handOver(LoadInstallation.ASSOCIATION, 2L * enrolled.length, 0);
    }

    /** The hub may tell an authority only of people whom it has met there. */
    private void applyForNaturalisation() {
        exports.applications(naturalisation, IntStream.rangeClosed(1, plan.enrolled()));
        ledger.handOver(LoadInstallation.NATURALISATION, plan.enrolled(), 0);
    }

    private void snapshot(int number) {
        boolean[] news = new boolean[crowd.people() + 1];
        int[] before = crowd.numbers().map(crowd::version).toArray();
        if (number > 0) {
            crowd.nextMonth(ChaosPlan.CHANGED_PERCENT);
        }
        for (int person = 1; person <= plan.enrolled(); person++) {
            // The first row of which a consent speaks tells the status of today; after it, only what is new.
            news[person] = number == 0 || crowd.version(person) != before[person - 1];
        }
        exports.snapshot(number, ChaosPlan.BAD_ROWS);
        ledger.handOver(LoadInstallation.JOBCENTER, crowd.people() + ChaosPlan.BAD_ROWS, ChaosPlan.BAD_ROWS);
        IntStream.rangeClosed(1, plan.enrolled()).filter(person -> news[person]).forEach(this::expectNews);
        refer(number);
    }

    private void expectNews(int person) {
        ledger.expect(LoadInstallation.ASSOCIATION, CrowdExports.caseNumber(person), crowd.measure(person));
        ledger.expect(LoadInstallation.MUNICIPAL, CrowdExports.municipalNumber(person), crowd.measure(person));
        ledger.expect(LoadInstallation.NATURALISATION, CrowdExports.naturalisationNumber(person),
                crowd.benefitFrom(person).toString());
    }

    /** Every enrolled person is referred twice, some in each portion. */
    private void refer(int snapshot) {
        int half = (plan.snapshots() + 1) / 2;
        LocalDate day = FIRST_REFERRAL.plusDays(snapshot);
        int[] people = snapshot < half ? share(snapshot, half).toArray()
                : share(snapshot - half, plan.snapshots() - half).toArray();
        if (people.length > 0) {
            boolean first = snapshot < half;
            exports.referrals(plan.enrolmentPortions() + snapshot, day, IntStream.of(people),
                    person -> first && person <= plan.refused() ? UNKNOWN_THEME : "sprache");
            ledger.handOver(LoadInstallation.ASSOCIATION, people.length, 0);
            IntStream.of(people).forEach(person -> ledger.expect(LoadInstallation.MUNICIPAL,
                    ChaosRecipients.referralLine(CrowdExports.municipalNumber(person)), day.toString()));
        }
    }

    private IntStream share(int number, int of) {
        return IntStream.rangeClosed(1, plan.enrolled()).filter(person -> person % of == number);
    }
}
