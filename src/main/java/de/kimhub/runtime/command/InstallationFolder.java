package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RuntimeProblem;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Reads the installation that a command is given. */
final class InstallationFolder {

    private InstallationFolder() {
    }

    /** Prints what is wrong with it. @throws HubFailure when no hub can run with it */
    static Installation load(HubHome home, Path folder, PrintWriter err) {
        Installation installation = Installations.load(folder, home.connectors());
        installation.problems().forEach(err::println);
        if (installation.hub() == null) {
            throw new HubFailure(RuntimeProblem.INSTALLATION,
                    "Mit Fehlern in hub.yaml oder sharing.yaml (" + folder + ") startet der Hub nicht.");
        }
        return installation;
    }
}
