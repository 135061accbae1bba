package de.kimhub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

    @RegisterExtension
    final Database database = new Database();

    @RepeatedTest(2)
    void everyTestHasADatabaseOfItsOwnWithTheTables() {
        assertThat(instances()).isZero();

        database.jdbc().sql("insert into hub.instance (id) values ('awo')").update();

        assertThat(instances()).isEqualTo(1);
    }

    private int instances() {
        return database.jdbc().sql("select count(*) from hub.instance").query(Integer.class).single();
    }
}
