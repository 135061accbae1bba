package de.kimhub.steering.board;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.Quantile;
import de.kimhub.steering.cube.ReleaseContent;
import de.kimhub.steering.cube.ReleaseContent.DataState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first screen: five figures, each with what the group may decide. */
final class Tiles {

    private static final int CASES = 2;
    private static final int CONSULTATIONS = 4;
    private static final int APPOINTMENTS = 9;
    private static final double HALF = 0.5;

    private final ReleaseContent content;

    private Tiles(ReleaseContent content) {
        this.content = content;
    }

    static List<Tile> of(ReleaseContent content, List<Hurdle> hurdles) {
        Tiles tiles = new Tiles(content);
        List<Tile> all = new ArrayList<>();
        tiles.amount(CASES, "Offene Fälle im Case Management", "Stellen verteilen, Zugänge steuern", Area.KOMMUNEN).ifPresent(all::add);
        tiles.amount(CONSULTATIONS, "Beratungen", "Schwerpunkte der Beratung setzen", Area.BERATUNGEN).ifPresent(all::add);
        tiles.waiting().ifPresent(all::add);
        all.add(hurdles(hurdles));
        all.add(tiles.dataState());
        return all;
    }

    private Optional<Tile> amount(int indicator, String title, String decide, Area more) {
        return best(indicator).map(table -> {
            Reading reading = new Reading(content.release(), table);
            if (reading.notYet()) {
                return notYet(title, table, decide, more);
            }
            Category now = reading.now().orElseThrow();
            Figure total = reading.total(now);
            String change = reading.before().map(before -> Derived.change(total, reading.total(before)).changeText()
                    + " gegenüber " + before.label()).orElse(null);
            return new Tile(title, total.text(), total.spoken(), now.label(), change, target(table), decide, more.path());
        });
    }

    /** The first table that tells the whole of this very period; otherwise of another, or nothing yet. */
    private Optional<PublishedTable> best(int indicator) {
        List<PublishedTable> open = content.ofIndicator(indicator).stream().filter(table -> !table.withheld()).toList();
        return open.stream().filter(table -> new Reading(content.release(), table).ofThisPeriod()
                && new Reading(content.release(), table).now().map(new Reading(content.release(), table)::total).orElse(Figure.HIDDEN).shown())
                .findFirst().or(() -> open.stream().findFirst());
    }

    private String target(PublishedTable table) {
        return content.target(table).map(one -> "Ziel: " + one.label()).orElse(null);
    }

    private static Tile notYet(String title, PublishedTable table, String decide, Area more) {
        return new Tile(title, ".", "unbekannt", "möglich ab " + Words.periodOf(table.about().firstPeriod()), null, null, decide, more.path());
    }

    private Optional<Tile> waiting() {
        return content.ofIndicator(APPOINTMENTS).stream().filter(table -> !table.withheld() && table.dimension(Kind.CLASS).isPresent())
                .findFirst().map(table -> {
                    Reading reading = new Reading(content.release(), table);
                    String title = "Wartezeit auf einen Termin";
                    String decide = "Termine und Öffnungszeiten mit den Behörden vereinbaren";
                    if (reading.notYet()) {
                        return notYet(title, table, decide, Area.ENGPAESSE);
                    }
                    return Shares.fits(table) ? share(reading, title, decide) : median(reading, title, decide);
                });
    }

    private Tile median(Reading reading, String title, String decide) {
        Category period = reading.now().orElseThrow();
        Quantile now = RangePanels.median(reading, period);
        String change = reading.before().map(before -> Derived.change(now.days(), RangePanels.median(reading, before).days()).changeText()
                + " Tage gegenüber " + before.label()).orElse(null);
        return new Tile(title, now.text(), now.days().shown() ? now.text() : now.days().spoken(), "die Hälfte wartet nicht länger, "
                + period.label(), change, target(reading.table()), decide, Area.ENGPAESSE.path());
    }

    private Tile share(Reading reading, String title, String decide) {
        Category period = reading.now().orElseThrow();
        Figure now = Shares.within(reading, reading.in(period));
        String change = reading.before().map(before -> Derived.change(now, Shares.within(reading, reading.in(before))).changeText()
                + " Prozentpunkte gegenüber " + before.label()).orElse(null);
        return new Tile(title, now.shown() ? now.spoken() + " %" : now.text(), now.shown() ? now.spoken() + " %" : now.spoken(),
                "warteten höchstens " + Shares.days(reading.table()) + " Tage, " + period.label(), change, target(reading.table()), decide,
                Area.ENGPAESSE.path());
    }

    private static Tile hurdles(List<Hurdle> hurdles) {
        List<Hurdle> open = hurdles.stream().filter(Hurdle::open).toList();
        long here = open.stream().filter(one -> one.state() == HurdleState.LENKUNGSGRUPPE).count();
        long late = open.stream().filter(Hurdle::overdue).count();
        return new Tile("Offene Hürden", Figure.of(open.size()).text(), Integer.toString(open.size()), "Stand heute",
                here == 1 ? "1 wartet auf einen Beschluss" : here + " warten auf einen Beschluss",
                late == 0 ? null : late == 1 ? "1 Frist ist abgelaufen" : late + " Fristen sind abgelaufen",
                "Arbeitsgruppen einsetzen, Beschlüsse fassen", Area.HUERDEN.path());
    }

    private Tile dataState() {
        List<DataState> due = content.dataStates().stream().filter(one -> !one.state().equals("ohne Termin")).toList();
        long there = due.stream().filter(one -> !one.state().equals("fehlt")).count();
        long late = due.stream().filter(one -> one.state().equals("verspaetet")).count();
        String value = there + " von " + due.size();
        return new Tile("Datenlieferungen", value, value, "Stellen haben für " + content.release().label() + " geliefert",
                late == 0 ? null : late == 1 ? "1 davon verspätet" : late + " davon verspätet", null,
                "Lieferungen einfordern", Area.DATENSTAND.path());
    }
}
