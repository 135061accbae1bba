package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Secrets;
import de.kimhub.keys.KeyFailure;
import de.kimhub.keys.KeyShares;
import de.kimhub.privacy.AuditLog;
import de.kimhub.runtime.HubDatabase;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.HubKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps with the shares of the main key have in common: they need the key folder, the database only for the log. */
abstract class SharesTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Wer das tut; steht im Protokoll.")
    private String who;

    @Spec
    private CommandSpec command;

    /**
     * @param installation its name
     * @return what was done, for the audit log
     */
    abstract String with(KeyShares shares, String installation, PrintWriter out) throws IOException;

    @Override
    public final Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        UnaryOperator<String> secrets = new Secrets(installation.folder())::resolve;
        try {
            String done = with(HubKeys.folder(installation.hub(), secrets).shares(), installation.name(), out);
            log(installation, secrets, done);
            return ExitCodes.WELL;
        } catch (KeyFailure refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }

    /** In an emergency the database may be away; that is no reason not to have the key back. */
    private void log(Installation installation, UnaryOperator<String> secrets, String done) {
        try (HubDatabase database = HubDatabase.open(installation)) {
            DataSource source = database.source();
            new AuditLog(JdbcClient.create(source), new TransactionTemplate(new DataSourceTransactionManager(source)),
                    HubKeys.folder(installation.hub(), secrets).openPresent())
                    .add(who, done, "key that wraps all keys", 1, null);
        } catch (IOException | RuntimeException unreachable) {
            command.commandLine().getErr().println("Nicht im Protokoll, weil die Datenbank oder die Schlüssel nicht erreichbar "
                    + "sind. Von Hand festhalten: wer, wann, was.");
        }
    }
}
