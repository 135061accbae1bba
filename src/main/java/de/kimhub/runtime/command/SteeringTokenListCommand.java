package de.kimhub.runtime.command;

import de.kimhub.steering.feed.FeedTokens;
import de.kimhub.steering.feed.FeedTokens.FeedToken;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows whose tokens there are. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Zeigt, für wen es Token gibt; nie die Token selbst.")
final class SteeringTokenListCommand extends TokenTask {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.systemDefault());

    @Override
    void at(FeedTokens tokens, PrintWriter out) {
        List<FeedToken> all = tokens.all();
        if (all.isEmpty()) {
            out.println("Es gibt keine Token. Anlegen mit hub steering token add.");
        }
        all.forEach(token -> out.println(token.name() + "  angelegt am " + DAY.format(token.createdAt())));
    }
}
