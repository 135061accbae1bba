package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.processing.ConsentRefused;
import de.kimhub.processing.Consents;
import de.kimhub.processing.RecordedConsent;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps with consents have in common. The hub may run meanwhile. */
abstract class ConsentTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "AKTE", converter = FileArgument.class,
            description = "INSTANZ:AKTENZEICHEN, z. B. awo-buende:F-17. Es steht damit vielleicht im Verlauf der Shell.")
    private Named file;

    @Option(names = "--as", paramLabel = "NAME", required = true,
            description = "Wer die Einwilligung aufnimmt oder ansieht; steht im Protokoll.")
    private String name;

    @Spec
    private CommandSpec command;

    abstract int at(Consents consents, Consents.File asked, String by, PrintWriter out);

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation)) {
            return at(hub.bean(Consents.class), new Consents.File(file.instance(), file.number()), name, out);
        } catch (ConsentRefused refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }

    static void print(PrintWriter out, RecordedConsent one) {
        out.printf("%s: %s%s%n", one.number() == null ? "ohne Nummer" : one.number(), one.state().germanText(),
                one.withdrawnOn() == null ? "" : " am " + GermanDay.of(one.withdrawnOn()));
        out.printf("  gegeben am %s%s%s, Formular %s (%s)%n", GermanDay.of(one.givenOn()),
                one.validUntil() == null ? "" : ", gültig bis " + GermanDay.of(one.validUntil()),
                one.representative() ? " durch eine Vertretung" : "", orNone(one.formVersion()), orNone(one.formLanguage()));
        out.printf("  Zwecke: %s; Quellen: %s; Empfänger: %s%n", list(one.purposes()), list(one.sources()),
                list(one.recipients()));
        out.printf("  Daten: %s; Schweigepflicht: %s%n", one.dataCategories().isEmpty() ? "alle" : list(one.dataCategories()),
                one.secrecyRelease() ? "entbunden" : "nicht entbunden");
        if (!one.shownAt().isEmpty()) {
            out.printf("  Aktenzeichen gezeigt von: %s%n", list(one.shownAt()));
        }
        out.printf("  aufgenommen durch: %s%n", one.collectedBy() == null ? "Fachverfahren" : one.collectedBy());
    }

    static LocalDate orToday(LocalDate day) {
        return day == null ? LocalDate.now() : day;
    }

    private static String orNone(String text) {
        return text == null ? "nicht angegeben" : text;
    }

    private static String list(Collection<String> codes) {
        return String.join(", ", new TreeSet<>(codes));
    }
}
