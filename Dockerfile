FROM eclipse-temurin:25-jdk AS build
WORKDIR /build

# Tests and checks of the source have their place before the image; the embedded database has none inside it.
ENV MAVEN_ARGS="-B -ntp -P!format-check,!source-check -Dmaven.test.skip -Dembedded-database=false"

# What Maven downloads makes a layer of its own, kept until the build changes.
# With one source file it fetches what the compiler needs too.
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main/java/io/liquidationmap/package-info.java src/main/java/io/liquidationmap/
RUN ./mvnw package -Dspring-boot.repackage.skip

COPY src/main src/main
COPY db/migration db/migration
RUN ./mvnw package \
 && java -Djarmode=tools -jar target/liquidation-map.jar extract --layers --destination extracted


FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /app liquidationmap
WORKDIR /app

COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./

# By number, so that an orchestrator can see it is not root.
USER 10001:10001

# The API, and management: health, readiness, metrics.
EXPOSE 8080 8081

# The base image has no HTTP client, but its bash opens sockets.
HEALTHCHECK --interval=10s --timeout=5s --start-period=2m CMD ["bash", "-c", "\
  exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-8081} && \
  printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && \
  read -r status <&3 && [[ $status == *' 200'* ]]"]

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", \
            "-jar", "liquidation-map.jar"]
