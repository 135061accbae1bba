package de.kimhub.linkage.review;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.review.FilePair.Named;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks files up by the numbers that their sources gave them. */
record FileNumbers(JdbcTemplate jdbc, SourceCases cases) {

    Optional<SourceCase> find(Named named) {
        byte[] digest = cases.digest(named.instance(), named.number());
        return jdbc.queryForList("select no from hub.instance where id = ?", Integer.class, named.instance()).stream()
                .findFirst().map(no -> cases.find(no, List.of(digest)).get(ByteBuffer.wrap(digest)));
    }
}
