package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.connector.HubConfiguration.Clearing;
import de.kimhub.connector.HubConfiguration.Database;
import de.kimhub.connector.HubConfiguration.Login;
import de.kimhub.connector.HubConfiguration.Retention;
import de.kimhub.connector.HubConfiguration.Web;
import de.kimhub.connector.HubConfiguration.Work;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From a {@code hub.yaml} that fits its schema to the hub's own configuration. */
final class HubFileReader {

    private static final ConfigNode NOTHING = new ConfigNode.Scalar("", null);

    private HubFileReader() {
    }

    static HubConfiguration read(Path folder, ConfigNode file, List<Problem> problems) {
        ConfigNode work = file.get("work").orElse(NOTHING);
        ConfigNode retention = file.get("retention").orElse(NOTHING);
        Optional<Database> database = file.get("database").map(node ->
                new Database(node.text("url"), node.text("user"), node.text("password", ""),
                        node.get("steering").map(login -> new Login(login.text("user"), login.text("password")))));
        return new HubConfiguration(folder.resolve(file.text("data")).normalize(), database,
                Optional.ofNullable(file.text("broker")),
                new Work(number(work, "workers", Work.DEFAULT.workers()),
                        number(work, "deliveryWorkers", Work.DEFAULT.deliveryWorkers()),
                        number(work, "batchSize", Work.DEFAULT.batchSize()),
                        Periods.duration(work, "slice", Work.DEFAULT.slice(), problems),
                        Periods.duration(work, "sweep", Work.DEFAULT.sweep(), problems)),
                new Retention(
                        Periods.period(retention, "notEnrolled", Retention.DEFAULT.notEnrolled(), problems),
                        Periods.period(retention, "transportCopy", Retention.DEFAULT.transportCopy(), problems),
                        Periods.period(retention, "quarantine", Retention.DEFAULT.quarantine(), problems),
                        Periods.duration(retention, "hold", Retention.DEFAULT.hold(), problems),
                        Periods.period(retention, "audit", Retention.DEFAULT.audit(), problems),
                        Periods.period(retention, "ended", Retention.DEFAULT.ended(), problems)),
                file.get("clearing").map(node -> new Clearing(node.text("name"), node.text("identifier"),
                        node.text("street"), node.text("houseNumber"), node.text("postalCode"), node.text("town"),
                        node.text("email"), node.text("telephone"))), ReviewReader.read(file, problems),
                file.get("keys").map(node -> node.text("wrappingKey")), file.get("web").map(HubFileReader::web));
    }

    private static Web web(ConfigNode node) {
        return new Web(Integer.parseInt(node.text("port")), node.text("address", Web.LOCAL),
                number(node, "uploadMegabytes", Web.UPLOAD_MEGABYTES), node.text("contact", ""));
    }

    private static int number(ConfigNode section, String key, int otherwise) {
        String text = section.text(key);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
