# One image, three commands: web (the default), worker, migrate. The database is outside, see compose.yaml.
FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY . .
RUN node --import tsx src/launch/build.ts && mkdir /data && chown node /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["/bin/sh", "docker/entrypoint.sh"]
CMD ["web"]
