package org.anamnesis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql://ann@db.example:5433/cdm, ann, database cdm at db.example:5433, jdbc:postgresql://db.example:5433/cdm",
        "postgres://ann@db/cdm?sslmode=require, ann, database cdm at db:5432, jdbc:postgresql://db:5432/cdm",
        "jdbc:postgresql://db/cdm, bob, database cdm at db:5432, jdbc:postgresql://db:5432/cdm",
        "postgresql:///, bob, database test at pg:6000, jdbc:postgresql://pg:6000/test",
        "postgresql://a%40b@[::1]/my%20db, a@b, database my db at [::1]:5432, jdbc:postgresql://[::1]:5432/my+db"
    })
    void whatIsLeftOutComesFromTheVariables(String url, String user, String said, String jdbc) {
        Map<String, String> variables =
                url.endsWith("///")
                        ? Map.of(
                                "PGHOST",
                                "pg",
                                "PGPORT",
                                "6000",
                                "PGUSER",
                                "bob",
                                "PGDATABASE",
                                "test")
                        : Map.of("PGUSER", "bob");
        PostgresAddress address = PostgresAddress.of(url, variables);
        assertEquals(user, address.user());
        assertEquals(said, address.said());
        assertEquals(jdbc, address.jdbc());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:secret@db/cdm",
                "postgresql://db/cdm?password=secret",
                "postgresql://ann@db/cdm?socketFactory=secret",
                "postgresql://ann secret@db/cdm",
                "postgresql://ann%zzsecret@db/cdm"
            })
    void whatIsRefusedIsNotShown(String url) {
        assertTrue(PostgresAddress.is(url));
        var wrong = assertThrows(RequestException.class, () -> PostgresAddress.of(url, Map.of()));
        assertFalse(wrong.getMessage().contains("secret"), wrong.getMessage());
    }

    @Test
    void otherDatabasesAreNone() {
        assertFalse(PostgresAddress.is("mysql://db/cdm"));
        assertFalse(PostgresAddress.is("cdm.duckdb"));
    }
}
