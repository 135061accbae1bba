package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.message.EventType;
import de.kimhub.plan.Plan;
import java.io.PrintWriter;
import java.util.List;

/** A plan for people. */
final class PlanReport {

    private final Installation installation;
    private final PrintWriter out;

    PlanReport(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    void print(Plan plan, String against) {
        out.println("Plan für " + installation.name() + ", verglichen mit " + against);
        if (plan.isEmpty()) {
            out.println("Nichts ändert sich.");
            return;
        }
        part("Anbindungen", plan.instances());
        part("Konnektoren", plan.connectors());
        part("Freigaberegeln", plan.rules());
        flows("Neu erlaubt", plan.gains());
        flows("Nicht mehr erlaubt", plan.losses());
        register(plan.register());
        if (plan.gains().isEmpty() && plan.losses().isEmpty()) {
            out.println("\nNiemand darf dadurch mehr oder weniger bekommen.");
        } else {
            out.println("\nNach den Regeln; ob etwas fließt, hängt auch an Einwilligung und offenem Fall der Person.");
        }
    }

    private void part(String title, Plan.Part part) {
        if (part.added().isEmpty() && part.removed().isEmpty() && part.changed().isEmpty()) {
            return;
        }
        out.println("\n" + title);
        part.added().forEach(name -> out.println("  + " + name));
        part.removed().forEach(name -> out.println("  - " + name));
        part.changed().forEach(change -> out.println("  ~ " + change.name() + ": " + String.join(", ", change.keys())));
    }

    private void register(List<String> lines) {
        if (!lines.isEmpty()) {
            out.println("\nÄnderungen am Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO; von der oder dem "
                    + "Datenschutzbeauftragten zu prüfen)");
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private void flows(String title, List<Plan.Flow> flows) {
        if (flows.isEmpty()) {
            return;
        }
        out.println("\n" + title);
        String way = "";
        for (Plan.Flow flow : flows) {
            String next = flow.from() + " -> " + flow.to();
            if (!next.equals(way)) {
                out.println("  " + next);
                way = next;
            }
            out.println("      " + EventType.find(flow.event()).map(EventType::germanText).orElse(flow.event()) + " ("
                    + flow.event() + "), " + change(flow) + ": " + String.join(", ", flow.fields()));
        }
    }

    private static String change(Plan.Flow flow) {
        return switch (flow.before()) {
            case NONE -> said(flow.after());
            case WITH_CONSENT, WITHOUT_CONSENT -> flow.after() == Plan.Permission.NONE ? "bisher " + said(flow.before())
                    : "bisher " + said(flow.before()) + ", künftig " + said(flow.after());
        };
    }

    private static String said(Plan.Permission permission) {
        return switch (permission) {
            case NONE -> "gar nicht";
            case WITH_CONSENT -> "nur mit Einwilligung";
            case WITHOUT_CONSENT -> "ohne Einwilligung";
        };
    }
}
