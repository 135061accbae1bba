package de.kimhub.runtime.command;

import de.kimhub.runtime.RunningHub;
import de.kimhub.steering.feed.FeedTokens;
import java.io.PrintWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the steps with tokens have in common. */
abstract class TokenTask extends SteeringTask {

    abstract void at(FeedTokens tokens, PrintWriter out);

    @Override
    final int at(RunningHub hub, PrintWriter out) {
        at(new FeedTokens(hub.bean(JdbcClient.class)), out);
        return ExitCodes.WELL;
    }
}
