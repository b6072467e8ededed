# Nightdesk in a container: mount the operator's folder at /srv/briefing (.github/ELSEWHERE.md).
FROM python:3.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends git make && rm -rf /var/lib/apt/lists/*
COPY . /opt/nightdesk
RUN make -C /opt/nightdesk install PYTHON=python3 && useradd --create-home desk
ENV PATH=/opt/nightdesk/.venv/bin:$PATH
USER desk
WORKDIR /srv/briefing
CMD ["sh", "-c", "nightdesk night --once --catch-up && nightdesk site"]
