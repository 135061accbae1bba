package de.kimhub.steering.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the ledger says of a number can be read again, for every form of every table. */
class CellDefinitionTest {

    @Test
    void every_definition_is_read_as_it_was_written() {
        TablePlanner planner = new TablePlanner(SteeringSettings.NONE, Quarter.between(new Quarter(2025, 1), new Quarter(2027, 2)),
                EnumSet.allOf(Measure.class), new CohortSizes(Map.of()));
        List<CellDefinition> cells = Catalogue.tables().stream().flatMap(table -> IntStream.range(0, table.forms().size())
                        .mapToObj(form -> planner.plan(table, form))).flatMap(table -> table.cells().stream())
                .filter(PlannedTable.Cell::known).map(PlannedTable.Cell::what).toList();

        assertThat(cells).hasSizeGreaterThan(500).allSatisfy(cell -> assertThat(CellDefinition.read(cell.text())).isEqualTo(cell));
    }
}
