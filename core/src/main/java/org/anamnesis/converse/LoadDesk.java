package org.anamnesis.converse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.anamnesis.export.Database;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Loads OMOP tables into the database that the user names. */
final class LoadDesk {
    private LoadDesk() {}

    static Loaded load(LoadRequest request, Progress progress) {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        Path folder = folder(request.folder(), problems);
        List<Database> kinds = new ArrayList<>();
        ServiceLoader.load(Database.class, LoadDesk.class.getClassLoader()).forEach(kinds::add);
        kinds.stream()
                .filter(k -> k.isNamed(request.into()))
                .findFirst()
                .ifPresentOrElse(
                        k -> kinds.retainAll(List.of(k)), () -> problems.add(unknown(kinds)));
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        Database.Loaded done =
                kinds.get(0)
                        .load(
                                new Database.Load(
                                        folder,
                                        request.into(),
                                        request.schema(),
                                        request.environment()),
                                progress::step);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Loaded(done.into(), done.rows(), done.notes(), seconds);
    }

    /** The folder of OMOP tables: the one named, or {@code omop} inside. */
    private static Path folder(Path named, List<Problem> problems) {
        for (Path folder : List.of(named, named.resolve("omop"))) {
            for (String file : List.of("person.csv", "person.parquet")) {
                if (Files.isRegularFile(folder.resolve(file))) {
                    return folder;
                }
            }
        }
        boolean there = Files.isDirectory(named);
        problems.add(
                new Problem(
                        there ? "load.folder.tables" : "load.folder.absent",
                        named.toString(),
                        there
                                ? "The folder holds no OMOP tables"
                                : "There is no folder of this name",
                        "a folder with person.csv or person.parquet, as generate --format omop makes it"));
        return named;
    }

    /** The address is not shown: there may be a password in it. */
    private static Problem unknown(List<Database> kinds) {
        return kinds.isEmpty()
                ? new Problem(
                        "load.absent",
                        "",
                        "This installation has no module for databases",
                        "the launcher ./anamnesis, which adds it, or the script load_postgresql.sql beside the tables")
                : new Problem(
                        "load.target.unknown",
                        "--to",
                        "No database is named so",
                        "postgresql://USER@HOST/DATABASE or FILE.duckdb");
    }
}
