# docker build -t anamnesis . && docker run -p 127.0.0.1:8765:8765 -e ANAMNESIS_TOKEN=... -v anamnesis:/data anamnesis
FROM docker.io/library/maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -Prelease -DskipTests -Dspotless.check.skip=true package

FROM docker.io/library/eclipse-temurin:17-jre
COPY --from=build /src/cli/target/anamnesis-cli-*-all.jar /app/anamnesis.jar
COPY LICENSE NOTICE /app/
# Classes that a start and the first answers load, written down once by a server that is used by itself. They go on top of Java's own
# archive, which not every image has: without it Java refuses to begin, so it is written first.
WORKDIR /tmp/rehearsal
RUN java -Xshare:dump > /dev/null \
    && java -XX:+UseParallelGC -XX:ArchiveClassesAtExit=/app/anamnesis.jsa -jar /app/anamnesis.jar serve --port 0 --data /tmp/rehearsal/data --rehearse \
    && rm -rf /tmp/rehearsal && mkdir /data && chown 10001:10001 /data
WORKDIR /data
USER 10001:10001
VOLUME /data
EXPOSE 8765
ENTRYPOINT ["java", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=70", "-XX:SharedArchiveFile=/app/anamnesis.jsa", "-Xshare:auto", "-jar", "/app/anamnesis.jar"]
# Others can reach this address, so the server asks for a token: ANAMNESIS_TOKEN.
CMD ["serve", "--host", "0.0.0.0", "--data", "/data", "--log", "/dev/stderr"]
