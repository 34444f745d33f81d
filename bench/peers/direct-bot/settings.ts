export interface Settings {
  token: string;
  apiRoot: string;
  databaseUrl: string;
  sms: { url: string; apiKey: string; template: string };
  portal: { url: string; token: string; secret: string };
  loginUrl: string;
  brand: string;
  support: string;
}

/** From the environment, under the names that the product has for them. Throws when one is missing. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const needed = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is missing`);
    return value;
  };
  return {
    token: needed('TELEGRAM_BOT_TOKEN'),
    apiRoot: needed('TELEGRAM_API_ROOT'),
    databaseUrl: needed('DATABASE_URL'),
    sms: {
      url: needed('KAVENEGAR_URL'),
      apiKey: needed('KAVENEGAR_API_KEY'),
      template: needed('KAVENEGAR_TEMPLATE'),
    },
    portal: {
      url: needed('PORTAL_API_URL'),
      token: needed('PORTAL_API_TOKEN'),
      secret: needed('PORTAL_API_SECRET'),
    },
    loginUrl: needed('PORTAL_LOGIN_URL'),
    brand: needed('BRAND_NAME'),
    support: needed('SUPPORT_CONTACT'),
  };
}
