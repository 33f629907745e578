// A real OpenID provider (npm `oidc-provider`), set up like Microsoft Entra: each tenant is an issuer of its own,
// whose tokens say `tid` and `oid`; one address serves accounts of every organisation; apps are public clients that
// come back to any port of this computer.
//
// A test starts it, tells it the accounts and the time on its standard input, one JSON object a line, and reads its
// address from its standard output. It ends when the input does, so that it never outlives its test.

import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { Provider, interactionPolicy } from 'oidc-provider'
import { accepting, signingIn } from './pages.mjs'

// Standard output is for the test: what the provider has to say goes elsewhere.
console.log = console.error
console.info = console.error

const CLIENT_ID = 'keyholder-test'
const ORGANIZATIONS = 'organizations'
const TENANT = '{tenantid}'

/** By address: tenant, object id, and whether the organisation has shown that the address is its own. */
const accounts = new Map()
/** Which tenant gave a code, so that the token endpoint of every organisation finds it. */
const givers = new Map()
/** Tenants by id. */
const tenants = new Map()

// The clock of the tests stands still, and so does this one.
let standing = null
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) {
      super(Date.now())
    } else {
      super(...parts)
    }
  }
  static now() {
    return standing ?? RealDate.now()
  }
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error.stack}\n`)
    response.writeHead(500).end()
  })
})
const origin = () => `http://127.0.0.1:${server.address().port}`

function makeTenant(id) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: `key-of-${id}` }
  const policy = interactionPolicy.base()
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
  // Entra asks once for consent, also where the app is one without a secret.
  policy.get('consent').checks.remove('native_client_prompt')
  // Who accepted once is not asked again, whichever browser they use.
  const grants = new Map()
  const provider = new Provider(`${origin()}/${id}/v2.0`, {
    clients: [
      {
        client_id: CLIENT_ID,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        // As where the registration at Entra has this optional claim.
        require_auth_time: true,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/sign-in', 'http://127.0.0.1/account/linked'],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'tid'], profile: ['oid', 'preferred_username'], email: ['email', 'xms_edov'] },
    // Entra writes the claims into the ID token.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_, { uid }) => `/${id}/v2.0/interaction/${uid}` },
    findAccount: (_, address) => {
      const account = accounts.get(address)
      return account?.tenant === id ? { accountId: address, claims: () => claimsOf(address) } : undefined
    },
    loadExistingGrant: async (ctx) => {
      const known = grants.get(ctx.oidc.session.accountId)
      const grantId = ctx.oidc.result?.consent?.grantId ?? known
      return grantId && ctx.oidc.provider.Grant.find(grantId)
    },
  })
  provider.on('authorization_code.saved', (code) => givers.set(code.jti, id))
  return { id, provider, grants, key }
}

function claimsOf(address) {
  const { tenant, object, verified } = accounts.get(address)
  return {
    sub: address,
    tid: tenant,
    oid: object,
    preferred_username: address,
    email: address,
    ...(verified && { xms_edov: true }),
  }
}

async function answer(request, response) {
  const url = new URL(request.url, origin())
  const [, id, version, ...rest] = url.pathname.split('/')
  const path = rest.join('/')
  if (version !== 'v2.0') {
    response.writeHead(404).end()
  } else if (id === ORGANIZATIONS) {
    await answerForAll(request, response, path, url)
  } else if (!tenants.has(id)) {
    response.writeHead(404).end()
  } else if (path.startsWith('interaction/')) {
    await interact(tenants.get(id), request, response)
  } else {
    pass(tenants.get(id), request, response, path, url)
  }
}

/** The provider finds out where it is mounted by comparing the two addresses. */
function pass({ id, provider }, request, response, path, url) {
  request.originalUrl = `/${id}/v2.0/${path}${url.search}`
  request.url = `/${path}${url.search}`
  provider.callback()(request, response)
}

/** The endpoints for accounts of every organisation. */
async function answerForAll(request, response, path, url) {
  const base = `${origin()}/${ORGANIZATIONS}/v2.0`
  if (path === '.well-known/openid-configuration') {
    reply(response, {
      issuer: `${origin()}/${TENANT}/v2.0`,
      authorization_endpoint: `${base}/authorize`,
      token_endpoint: `${base}/token`,
      jwks_uri: `${base}/keys`,
    })
  } else if (path === 'keys') {
    const all = [...tenants.values()].map(({ key: { kty, n, e, kid, use, alg } }) => ({ kty, n, e, kid, use, alg }))
    reply(response, { keys: all })
  } else if (path === 'authorize') {
    // The address says which organisation it is; that one goes on, and asks for the rest.
    const address = url.searchParams.get('login_hint')
    const account = accounts.get(address)
    if (account) {
      response.writeHead(303, { location: `/${account.tenant}/v2.0/auth${url.search}` }).end()
    } else {
      page(response, signingIn({ fields: url.searchParams, field: 'login_hint', wrong: address !== null }))
    }
  } else if (path === 'token') {
    const body = await read(request)
    const giver = tenants.get(givers.get(body.get('code')))
    if (giver) {
      request.body = Object.fromEntries(body)
      pass(giver, request, response, 'token', url)
    } else {
      reply(response, { error: 'invalid_grant' }, 400)
    }
  } else {
    response.writeHead(404).end()
  }
}

/** What the person is asked: who they are, and the first time whether they accept (S32). */
async function interact({ provider, grants }, request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response)
  const form = request.method === 'POST' ? await read(request) : null
  if (form?.get('answer') === 'cancel') {
    const denied = { error: 'access_denied', error_description: 'The person said no.' }
    await provider.interactionFinished(request, response, denied)
  } else if (prompt.name === 'consent') {
    if (form) {
      const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id })
      grant.addOIDCScope(params.scope)
      const grantId = await grant.save()
      grants.set(session.accountId, grantId)
      await provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true })
    } else {
      page(response, accepting({ address: session.accountId }))
    }
  } else {
    const address = form?.get('address') ?? params.login_hint ?? ''
    if (form && accounts.has(address)) {
      const result = { select_account: {}, login: { accountId: address } }
      await provider.interactionFinished(request, response, result)
    } else {
      page(response, signingIn({ field: 'address', value: address, wrong: form !== null }))
    }
  }
}

async function read(request) {
  const parts = []
  for await (const part of request) {
    parts.push(part)
  }
  return new URLSearchParams(Buffer.concat(parts).toString())
}

function reply(response, value, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function page(response, html) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html)
}

server.listen(0, '127.0.0.1', () => {
  const input = createInterface({ input: process.stdin })
  input.on('line', (line) => {
    const told = JSON.parse(line)
    if (told.now !== undefined) {
      standing = told.now * 1000
    }
    for (const { address, ...account } of told.accounts ?? []) {
      accounts.set(address, account)
      if (!tenants.has(account.tenant)) {
        tenants.set(account.tenant, makeTenant(account.tenant))
      }
    }
    process.stdout.write(`${JSON.stringify({ origin: origin() })}\n`)
  })
  input.on('close', () => process.exit(0))
})
